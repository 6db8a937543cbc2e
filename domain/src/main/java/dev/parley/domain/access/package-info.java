/** Credentials that Parley itself gives out: keys of servers, and the short-lived secrets of chat clients. */
@NullMarked
package dev.parley.domain.access;

import org.jspecify.annotations.NullMarked;
