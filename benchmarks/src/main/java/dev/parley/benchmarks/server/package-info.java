/** The packaged server as a process of its own, and the tokens that it takes. */
@NullMarked
package dev.parley.benchmarks.server;

import org.jspecify.annotations.NullMarked;
