/** Sessions, their threads and items: one aggregate, its policies and its repository port. */
@NullMarked
package dev.parley.domain.conversation;

import org.jspecify.annotations.NullMarked;
