/** Use cases of tasks. */
@NullMarked
package dev.parley.application.task;

import org.jspecify.annotations.NullMarked;
