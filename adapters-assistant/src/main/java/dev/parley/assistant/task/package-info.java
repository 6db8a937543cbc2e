/** The tools by which an assistant works on its user's tasks. */
@NullMarked
package dev.parley.assistant.task;

import org.jspecify.annotations.NullMarked;
