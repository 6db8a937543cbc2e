/** The REST API of tasks. */
@NullMarked
package dev.parley.web.task;

import org.jspecify.annotations.NullMarked;
