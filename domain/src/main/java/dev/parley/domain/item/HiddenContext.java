package dev.parley.domain.item;

import dev.parley.domain.shared.Json;
import java.time.Instant;

/** What an assistant, or an application, wants to be remembered for the next turns. */
public record HiddenContext(ItemId id, long sequence, Json content, Instant createdAt) implements HiddenItem {

    @Override
    public HiddenContext at(long place) {
        return new HiddenContext(id, place, content, createdAt);
    }
}
