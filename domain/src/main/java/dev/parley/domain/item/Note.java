package dev.parley.domain.item;

import java.time.Instant;

/** What Parley itself wants the assistant to know, such as that the user stopped an answer. */
public record Note(ItemId id, long sequence, String content, Instant createdAt) implements HiddenItem {

    @Override
    public Note at(long place) {
        return new Note(id, place, content, createdAt);
    }
}
