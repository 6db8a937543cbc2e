/** Puts use cases and ports together. */
@NullMarked
package dev.parley.bootstrap.wiring;

import org.jspecify.annotations.NullMarked;
