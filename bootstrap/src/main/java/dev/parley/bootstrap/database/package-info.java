/** The PostgreSQL that Parley uses: the embedded one or the configured one, its schema and its health. */
@NullMarked
package dev.parley.bootstrap.database;

import org.jspecify.annotations.NullMarked;
