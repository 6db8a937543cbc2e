/** Runs and their leases in PostgreSQL. */
@NullMarked
package dev.parley.persistence.run;

import org.jspecify.annotations.NullMarked;
