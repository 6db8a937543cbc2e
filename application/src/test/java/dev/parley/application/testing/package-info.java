/** In-memory adapters of the ports, and the contracts that every adapter of a port is held to. */
@NullMarked
package dev.parley.application.testing;

import org.jspecify.annotations.NullMarked;
