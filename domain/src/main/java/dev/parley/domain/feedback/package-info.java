/** How users rate items. */
@NullMarked
package dev.parley.domain.feedback;

import org.jspecify.annotations.NullMarked;
