package dev.parley.application.signin;

import java.time.Duration;

/**
 * A bearer token.
 *
 * @param lifetime how long it is valid from now, in whole seconds
 */
public record AccessToken(String value, Duration lifetime) {

    @Override
    public String toString() {
        return "AccessToken[hidden]";
    }
}
