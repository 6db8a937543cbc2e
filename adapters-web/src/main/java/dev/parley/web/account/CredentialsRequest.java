package dev.parley.web.account;

import dev.parley.web.schema.Forms;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An e-mail address and a password. */
record CredentialsRequest(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, pattern = Forms.EMAIL) @Nullable String email,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String password) {

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
