/** The other half of a circle. */
@NullMarked
package dev.parley.architecture.bad.domain.egg;

import org.jspecify.annotations.NullMarked;
