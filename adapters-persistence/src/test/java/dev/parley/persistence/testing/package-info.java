/** Databases for tests, and the JDBC adapters over them. */
@NullMarked
package dev.parley.persistence.testing;

import org.jspecify.annotations.NullMarked;
