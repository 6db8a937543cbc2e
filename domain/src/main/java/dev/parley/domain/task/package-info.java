/** Tasks: the aggregate, what lists of it can be asked for, and its repository port. */
@NullMarked
package dev.parley.domain.task;

import org.jspecify.annotations.NullMarked;
