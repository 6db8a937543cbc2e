/** What the task tools do. */
@NullMarked
package dev.parley.assistant.task;

import org.jspecify.annotations.NullMarked;
