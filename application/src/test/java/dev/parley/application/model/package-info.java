/** The loop of turns and tool calls, and what a model is told. */
@NullMarked
package dev.parley.application.model;

import org.jspecify.annotations.NullMarked;
