/** Random ids and secrets. */
@NullMarked
package dev.parley.bootstrap.random;

import org.jspecify.annotations.NullMarked;
