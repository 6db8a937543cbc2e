/** Reading all that a thread holds, however long it is. */
@NullMarked
package dev.parley.application.history;

import org.jspecify.annotations.NullMarked;
