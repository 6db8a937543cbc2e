package dev.parley.web.session;

import dev.parley.domain.conversation.Title;
import dev.parley.domain.shared.FieldError;
import dev.parley.domain.shared.InvalidRequest;
import org.jspecify.annotations.Nullable;

/** A new title. */
record RenameRequest(@Nullable String title) {

    Title newTitle() {
        if (title == null) {
            throw new InvalidRequest("title", FieldError.IS_MISSING);
        }
        return Title.of(title);
    }
}
