/** The offline assistant's behaviour. */
@NullMarked
package dev.parley.assistant.offline;

import org.jspecify.annotations.NullMarked;
