/** Models as assistants: the port to one turn of a model, and the loop of turns and tool calls. */
@NullMarked
package dev.parley.application.model;

import org.jspecify.annotations.NullMarked;
