package dev.parley.web.account;

import dev.parley.domain.account.InvalidAccount;
import dev.parley.domain.shared.Words;
import org.jspecify.annotations.Nullable;

/** An e-mail address and a password. */
record CredentialsRequest(@Nullable String email, @Nullable String password) {

    String givenEmail() {
        return required("email", email);
    }

    String givenPassword() {
        return required("password", password);
    }

    private static String required(String field, @Nullable String value) {
        if (value == null) {
            throw new InvalidAccount(Words.of("{0} is missing", field));
        }
        return value;
    }

    @Override
    public String toString() {
        return "CredentialsRequest[hidden]";
    }
}
