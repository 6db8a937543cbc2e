/** What somebody else's application adds to the same server. */
@NullMarked
package dev.parley.host;

import org.jspecify.annotations.NullMarked;
