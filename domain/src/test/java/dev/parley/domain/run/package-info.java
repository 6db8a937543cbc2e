/** How a run may end. */
@NullMarked
package dev.parley.domain.run;

import org.jspecify.annotations.NullMarked;
