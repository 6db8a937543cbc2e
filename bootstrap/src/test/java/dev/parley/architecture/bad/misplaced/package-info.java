/** Is no layer. */
@NullMarked
package dev.parley.architecture.bad.misplaced;

import org.jspecify.annotations.NullMarked;
