/** Text, derived ids and failures. */
@NullMarked
package dev.parley.domain.shared;

import org.jspecify.annotations.NullMarked;
