/** The items of a conversation and what they hold. */
@NullMarked
package dev.parley.domain.item;

import org.jspecify.annotations.NullMarked;
