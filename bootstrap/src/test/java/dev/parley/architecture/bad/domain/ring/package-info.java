/** One half of a circle. */
@NullMarked
package dev.parley.architecture.bad.domain.ring;

import org.jspecify.annotations.NullMarked;
