/** The REST API of attachments. */
@NullMarked
package dev.parley.web.attachment;

import org.jspecify.annotations.NullMarked;
