/** Tests of sign-ins, revoked tokens and codes in PostgreSQL. */
@NullMarked
package dev.parley.persistence.signin;

import org.jspecify.annotations.NullMarked;
