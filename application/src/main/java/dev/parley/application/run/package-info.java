/** Starts, queues, executes, takes over and ends runs. */
@NullMarked
package dev.parley.application.run;

import org.jspecify.annotations.NullMarked;
