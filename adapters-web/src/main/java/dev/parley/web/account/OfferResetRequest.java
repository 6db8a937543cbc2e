package dev.parley.web.account;

import dev.parley.web.schema.Forms;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The e-mail address whose password is forgotten. */
record OfferResetRequest(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, pattern = Forms.EMAIL) @Nullable String email) {

    String givenEmail() {
        return RequiredField.of("email", email);
    }
}
