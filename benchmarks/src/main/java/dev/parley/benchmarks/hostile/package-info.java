/** Attacks the packaged server with a small heap and measures what everybody else notices of it. */
@NullMarked
package dev.parley.benchmarks.hostile;

import org.jspecify.annotations.NullMarked;
