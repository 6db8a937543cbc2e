package dev.parley.web.session;

import dev.parley.domain.conversation.Title;
import dev.parley.domain.shared.InvalidRequest;
import dev.parley.domain.shared.LocalizedText;
import org.jspecify.annotations.Nullable;

/** A new title. */
record RenameRequest(@Nullable String title) {

    Title newTitle() {
        if (title == null) {
            throw new InvalidRequest("title", LocalizedText.of("is missing"));
        }
        return Title.of(title);
    }
}
