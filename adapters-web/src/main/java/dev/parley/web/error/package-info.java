/** How requests are refused: the errors, their bodies, and what the container and Spring report. */
@NullMarked
package dev.parley.web.error;

import org.jspecify.annotations.NullMarked;
