package dev.parley.domain.signin;

import java.util.UUID;

/** The id of a sign-in, which its token names. */
public record SignInId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
