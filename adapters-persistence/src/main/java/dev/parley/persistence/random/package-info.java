/** Random ids of rows, and secrets of which rows hold the hashes. */
@NullMarked
package dev.parley.persistence.random;

import org.jspecify.annotations.NullMarked;
