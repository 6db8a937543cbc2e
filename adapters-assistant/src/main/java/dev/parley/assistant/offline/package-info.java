/** The assistant that needs neither network nor key. */
@NullMarked
package dev.parley.assistant.offline;

import org.jspecify.annotations.NullMarked;
