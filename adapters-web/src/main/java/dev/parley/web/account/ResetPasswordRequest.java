package dev.parley.web.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.web.schema.Forms;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The code that an operator gave out for an e-mail address, and the password that is to be its account's. */
record ResetPasswordRequest(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, pattern = Forms.EMAIL) @Nullable String email,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String code,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, pattern = Forms.TEXT, minLength = 8, maxLength = 256)
        @JsonProperty("new_password")
        @Nullable String newPassword) {

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
