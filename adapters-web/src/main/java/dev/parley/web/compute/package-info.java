/** CPU-bound work, away from virtual threads. */
@NullMarked
package dev.parley.web.compute;

import org.jspecify.annotations.NullMarked;
