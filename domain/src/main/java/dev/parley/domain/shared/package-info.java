/** What every feature of the domain refuses with. */
@NullMarked
package dev.parley.domain.shared;

import org.jspecify.annotations.NullMarked;
