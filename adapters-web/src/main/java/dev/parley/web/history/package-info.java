/** How many histories a user reads at a time. */
@NullMarked
package dev.parley.web.history;

import org.jspecify.annotations.NullMarked;
