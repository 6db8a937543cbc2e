package dev.parley.web.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** The password that the caller has and the one that it is to be. */
record ChangePasswordRequest(
        @JsonProperty("old_password") @Nullable String oldPassword,
        @JsonProperty("new_password") @Nullable String newPassword) {

    String givenOld() {
        return RequiredField.of("old_password", oldPassword);
    }

    String givenNew() {
        return RequiredField.of("new_password", newPassword);
    }

    @Override
    public String toString() {
        return "ChangePasswordRequest[hidden]";
    }
}
