/** The command that makes keys, on a real PostgreSQL. */
@NullMarked
package dev.parley.bootstrap.keys;

import org.jspecify.annotations.NullMarked;
