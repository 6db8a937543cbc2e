/** What a conversation decides by itself. */
@NullMarked
package dev.parley.domain.conversation;

import org.jspecify.annotations.NullMarked;
