/** Runs on a real PostgreSQL, alone and in races. */
@NullMarked
package dev.parley.persistence.run;

import org.jspecify.annotations.NullMarked;
