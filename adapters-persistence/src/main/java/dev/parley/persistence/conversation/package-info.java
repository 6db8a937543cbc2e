/** Conversations and their items in PostgreSQL. */
@NullMarked
package dev.parley.persistence.conversation;

import org.jspecify.annotations.NullMarked;
