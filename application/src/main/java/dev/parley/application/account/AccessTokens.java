package dev.parley.application.account;

import dev.parley.domain.account.AccountId;
import java.time.Duration;

/** Issues the bearer tokens of local accounts. */
public interface AccessTokens {

    /** A token that speaks for the account until it expires. */
    AccessToken issue(AccountId account);

    /**
     * A bearer token.
     *
     * @param lifetime how long it is valid from now, in whole seconds
     */
    record AccessToken(String value, Duration lifetime) {

        @Override
        public String toString() {
            return "AccessToken[hidden]";
        }
    }
}
