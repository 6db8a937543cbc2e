package dev.parley.application.signin;

import dev.parley.domain.signin.SignIn;

/** Issues the bearer tokens of local accounts. */
public interface AccessTokens {

    /** A token that speaks for the sign-in's account, names the sign-in and expires with it. */
    String issue(SignIn signIn);
}
