package dev.parley.persistence.conversation;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.ItemId;
import java.time.Instant;
import tools.jackson.databind.util.StdConverter;

/** The form of an item that is part of stored JSON, where no columns tell its id and its place. */
record StoredItem(
        ItemId id,
        long sequence,
        Instant createdAt,

        @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
        ItemPayload payload) {

    static final class OfItem extends StdConverter<Item, StoredItem> {

        @Override
        public StoredItem convert(Item item) {
            return new StoredItem(item.id(), item.sequence(), item.createdAt(), ItemPayload.of(item));
        }
    }

    static final class ToItem extends StdConverter<StoredItem, Item> {

        @Override
        public Item convert(StoredItem stored) {
            return stored.payload().item(stored.id(), stored.sequence(), stored.createdAt());
        }
    }
}
