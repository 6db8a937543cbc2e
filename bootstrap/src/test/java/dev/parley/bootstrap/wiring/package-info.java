/** The parts that the wiring brings itself. */
@NullMarked
package dev.parley.bootstrap.wiring;

import org.jspecify.annotations.NullMarked;
