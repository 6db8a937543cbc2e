/** The REST API of runs, answered as a stream of events. */
@NullMarked
package dev.parley.web.run;

import org.jspecify.annotations.NullMarked;
