/** Tests of signing in and out. */
@NullMarked
package dev.parley.application.signin;

import org.jspecify.annotations.NullMarked;
