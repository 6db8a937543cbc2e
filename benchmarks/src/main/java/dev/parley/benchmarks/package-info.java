/** Measures the packaged server against pgbench on the same PostgreSQL, and writes what it finds into the docs. */
@NullMarked
package dev.parley.benchmarks;

import org.jspecify.annotations.NullMarked;
