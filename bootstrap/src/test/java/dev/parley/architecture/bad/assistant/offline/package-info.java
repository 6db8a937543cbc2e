/** Assistants with faults. */
@NullMarked
package dev.parley.architecture.bad.assistant.offline;

import org.jspecify.annotations.NullMarked;
