package dev.parley.web.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.web.schema.Forms;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The password that the caller has and the one that it is to be. */
record ChangePasswordRequest(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @JsonProperty("old_password") @Nullable String oldPassword,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, pattern = Forms.TEXT, minLength = 8, maxLength = 256)
        @JsonProperty("new_password")
        @Nullable String newPassword) {

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
