/** The rules of keys and client sessions. */
@NullMarked
package dev.parley.domain.access;

import org.jspecify.annotations.NullMarked;
