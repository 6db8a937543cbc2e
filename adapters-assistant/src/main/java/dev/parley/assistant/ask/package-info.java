/** The tool by which a model asks its user. */
@NullMarked
package dev.parley.assistant.ask;

import org.jspecify.annotations.NullMarked;
