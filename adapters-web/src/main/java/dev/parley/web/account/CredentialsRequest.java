package dev.parley.web.account;

import org.jspecify.annotations.Nullable;

/** An e-mail address and a password. */
record CredentialsRequest(@Nullable String email, @Nullable String password) {

    String givenEmail() {
        return RequiredField.of("email", email);
    }

    String givenPassword() {
        return RequiredField.of("password", password);
    }

    @Override
    public String toString() {
        return "CredentialsRequest[hidden]";
    }
}
