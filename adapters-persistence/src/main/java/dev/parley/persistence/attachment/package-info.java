/** Attachments in PostgreSQL, and their contents there or in files. */
@NullMarked
package dev.parley.persistence.attachment;

import org.jspecify.annotations.NullMarked;
