/** One turn of the assistant, from running to its end. */
@NullMarked
package dev.parley.domain.run;

import org.jspecify.annotations.NullMarked;
