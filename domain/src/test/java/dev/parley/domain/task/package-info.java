/** What a task decides by itself. */
@NullMarked
package dev.parley.domain.task;

import org.jspecify.annotations.NullMarked;
