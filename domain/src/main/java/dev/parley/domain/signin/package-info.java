/** Where an account is signed in, and how that ends. */
@NullMarked
package dev.parley.domain.signin;

import org.jspecify.annotations.NullMarked;
