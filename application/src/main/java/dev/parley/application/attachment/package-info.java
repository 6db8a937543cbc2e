/** Use cases of attachments, and the ports for their contents and previews. */
@NullMarked
package dev.parley.application.attachment;

import org.jspecify.annotations.NullMarked;
