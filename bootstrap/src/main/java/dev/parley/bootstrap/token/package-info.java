/** The command that makes a token with the server's own secret. */
@NullMarked
package dev.parley.bootstrap.token;

import org.jspecify.annotations.NullMarked;
