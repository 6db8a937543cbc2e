package dev.parley.web.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** The code that an operator gave out for an e-mail address, and the password that is to be its account's. */
record ResetPasswordRequest(
        @Nullable String email,
        @Nullable String code,
        @JsonProperty("new_password") @Nullable String newPassword) {

    String givenEmail() {
        return RequiredField.of("email", email);
    }

    String givenCode() {
        return RequiredField.of("code", code);
    }

    String givenNew() {
        return RequiredField.of("new_password", newPassword);
    }

    @Override
    public String toString() {
        return "ResetPasswordRequest[hidden]";
    }
}
