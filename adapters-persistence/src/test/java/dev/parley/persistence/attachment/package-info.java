/** Attachments on a real PostgreSQL, and their contents there and in files. */
@NullMarked
package dev.parley.persistence.attachment;

import org.jspecify.annotations.NullMarked;
