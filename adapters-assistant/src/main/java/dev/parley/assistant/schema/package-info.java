/** Holds what models write against JSON schemas. */
@NullMarked
package dev.parley.assistant.schema;

import org.jspecify.annotations.NullMarked;
