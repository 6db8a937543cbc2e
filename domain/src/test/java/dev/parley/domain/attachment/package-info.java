/** The rules of attachments. */
@NullMarked
package dev.parley.domain.attachment;

import org.jspecify.annotations.NullMarked;
