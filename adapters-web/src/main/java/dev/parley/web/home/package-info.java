/** The page at the server's root, for whoever opens its address in a browser. */
@NullMarked
package dev.parley.web.home;

import org.jspecify.annotations.NullMarked;
