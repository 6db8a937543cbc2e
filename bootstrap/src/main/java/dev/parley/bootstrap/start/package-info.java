/** What the log says at the end of a start: where the server is, what it uses, and what others can reach. */
@NullMarked
package dev.parley.bootstrap.start;

import org.jspecify.annotations.NullMarked;
