package dev.parley.web.session;

import dev.parley.domain.conversation.Title;
import dev.parley.domain.shared.FieldError;
import dev.parley.domain.shared.InvalidRequest;
import dev.parley.web.schema.Forms;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A new title. */
record RenameRequest(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, pattern = Forms.TITLE, maxLength = 200) @Nullable String title) {

    Title newTitle() {
        if (title == null) {
            throw new InvalidRequest("title", FieldError.IS_MISSING);
        }
        return Title.of(title);
    }
}
