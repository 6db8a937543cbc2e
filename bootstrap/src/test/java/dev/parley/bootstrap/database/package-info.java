/** The embedded PostgreSQL under the worst that can happen to it. */
@NullMarked
package dev.parley.bootstrap.database;

import org.jspecify.annotations.NullMarked;
