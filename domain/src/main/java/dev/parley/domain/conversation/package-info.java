/** Conversations, their policies and their repository ports. */
@NullMarked
package dev.parley.domain.conversation;

import org.jspecify.annotations.NullMarked;
