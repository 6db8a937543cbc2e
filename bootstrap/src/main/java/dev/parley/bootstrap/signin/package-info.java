/** The wiring of sign-ins, passwords and the check of tokens. */
@NullMarked
package dev.parley.bootstrap.signin;

import org.jspecify.annotations.NullMarked;
