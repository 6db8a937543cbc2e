/** Reading what a thread holds, part by part, however long it is. */
@NullMarked
package dev.parley.domain.history;

import org.jspecify.annotations.NullMarked;
