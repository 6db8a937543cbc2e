/** Puts use cases and ports together, and keeps runs alive as long as the server is. */
@NullMarked
package dev.parley.bootstrap.wiring;

import org.jspecify.annotations.NullMarked;
