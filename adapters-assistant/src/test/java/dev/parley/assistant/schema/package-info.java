/** Checks of arguments against schemas. */
@NullMarked
package dev.parley.assistant.schema;

import org.jspecify.annotations.NullMarked;
