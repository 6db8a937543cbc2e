package dev.parley.application.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a model can be sent of the files of a conversation.
 *
 * @param byId by the attachments' ids
 * @param room what they take in memory until this is closed; null where they take none
 */
record FileContents(Map<String, Prompt.File> byId, PromptFileBudget.@Nullable Taken room) implements AutoCloseable {

    static final FileContents NONE = new FileContents(Map.of(), null);

    @Override
    public void close() {
        if (room != null) {
            room.close();
        }
    }
}
