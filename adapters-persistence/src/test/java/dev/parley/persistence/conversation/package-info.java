/** Conversations on a real PostgreSQL, alone and in races. */
@NullMarked
package dev.parley.persistence.conversation;

import org.jspecify.annotations.NullMarked;
