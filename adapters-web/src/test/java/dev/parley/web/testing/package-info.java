/** Parley as tests call it: over HTTP. */
@NullMarked
package dev.parley.web.testing;

import org.jspecify.annotations.NullMarked;
