/** What commands need of the server without starting it: its configuration and its database. */
@NullMarked
package dev.parley.bootstrap.command;

import org.jspecify.annotations.NullMarked;
