/** Tasks on a real PostgreSQL. */
@NullMarked
package dev.parley.persistence.task;

import org.jspecify.annotations.NullMarked;
