package dev.parley.application.signin;

import dev.parley.domain.account.AccountId;
import java.time.Duration;

/**
 * A bearer token.
 *
 * @param account for which it speaks
 * @param lifetime how long it is valid from now, in whole seconds
 */
public record AccessToken(String value, AccountId account, Duration lifetime) {

    @Override
    public String toString() {
        return "AccessToken[hidden]";
    }
}
