/** Outcomes of keyed requests in PostgreSQL. */
@NullMarked
package dev.parley.persistence.idempotency;

import org.jspecify.annotations.NullMarked;
