/** The run engine: starts runs, lets the assistant answer, streams events to subscribers. */
@NullMarked
package dev.parley.application.run;

import org.jspecify.annotations.NullMarked;
