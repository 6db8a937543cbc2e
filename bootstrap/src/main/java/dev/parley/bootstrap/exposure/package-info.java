/** What an operator is told at the start about what others can reach. */
@NullMarked
package dev.parley.bootstrap.exposure;

import org.jspecify.annotations.NullMarked;
