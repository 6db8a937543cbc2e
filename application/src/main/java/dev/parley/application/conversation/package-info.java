/** Use cases of sessions and threads. */
@NullMarked
package dev.parley.application.conversation;

import org.jspecify.annotations.NullMarked;
