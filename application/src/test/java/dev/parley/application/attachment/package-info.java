/** Use cases of attachments over adapters in memory. */
@NullMarked
package dev.parley.application.attachment;

import org.jspecify.annotations.NullMarked;
