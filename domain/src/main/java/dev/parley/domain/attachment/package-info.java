/** Attachments: files that users send with messages, how much of them a user may have, and their repository port. */
@NullMarked
package dev.parley.domain.attachment;

import org.jspecify.annotations.NullMarked;
