/** The unit of work, error translation and the schema, on a real PostgreSQL. */
@NullMarked
package dev.parley.persistence.shared;

import org.jspecify.annotations.NullMarked;
