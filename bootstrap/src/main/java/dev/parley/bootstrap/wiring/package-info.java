/** Puts use cases, ports and policies together. */
@NullMarked
package dev.parley.bootstrap.wiring;

import org.jspecify.annotations.NullMarked;
