/** Who owns conversations, and how local accounts prove themselves. */
@NullMarked
package dev.parley.domain.account;

import org.jspecify.annotations.NullMarked;
