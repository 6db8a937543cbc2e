/** Use cases of signing in and out, of passwords, and the check of tokens. */
@NullMarked
package dev.parley.application.signin;

import org.jspecify.annotations.NullMarked;
