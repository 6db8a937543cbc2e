package dev.parley.persistence.conversation;

import static java.util.stream.Collectors.toUnmodifiableMap;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.parley.application.shared.SystemFailure;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.ItemId;
import java.util.Arrays;
import java.util.Map;
import tools.jackson.core.JacksonException;

/** Items as rows: what is ordered or searched by has a column, the rest is the payload. */
final class ItemJson {

    private static final Map<String, Class<?>> PAYLOADS = Arrays.stream(ItemPayload.class.getPermittedSubclasses())
            .collect(toUnmodifiableMap(ItemJson::type, payload -> payload));

    private ItemJson() {}

    static ItemRow row(Item item) {
        ItemPayload payload = ItemPayload.of(item);
        return new ItemRow(
                item.sequence(),
                item.id().value(),
                type(payload.getClass()),
                StoredJson.MAPPER.writeValueAsString(payload),
                item.createdAt());
    }

    static Item item(ItemRow row) {
        try {
            Class<?> type = PAYLOADS.get(row.type());
            if (type == null) {
                throw new IllegalArgumentException("no item has the type " + row.type());
            }
            ItemPayload payload = (ItemPayload) StoredJson.MAPPER.readValue(row.payload(), type);
            return payload.item(new ItemId(row.id()), row.sequence(), row.createdAt());
        } catch (JacksonException | IllegalArgumentException e) {
            throw SystemFailure.internal("item.parse", e);
        }
    }

    private static String type(Class<?> payload) {
        return payload.getAnnotation(JsonTypeName.class).value();
    }
}
