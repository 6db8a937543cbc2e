/** The connections of clients: how many there may be, how long they may wait, and whether the other end is still there. */
@NullMarked
package dev.parley.web.connection;

import org.jspecify.annotations.NullMarked;
