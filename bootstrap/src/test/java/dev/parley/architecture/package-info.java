/** The rules of the architecture, and the tests that hold the code to them. */
@NullMarked
package dev.parley.architecture;

import org.jspecify.annotations.NullMarked;
