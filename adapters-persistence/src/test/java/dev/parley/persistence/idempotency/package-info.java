/** Tasks on a real PostgreSQL. */
@NullMarked
package dev.parley.persistence.idempotency;

import org.jspecify.annotations.NullMarked;
