package dev.parley.web.request;

import dev.parley.domain.item.ItemId;
import dev.parley.domain.shared.InvalidRequest;
import dev.parley.domain.shared.NameBasedUuid;
import dev.parley.web.schema.Forms;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the ids that pages begin after or end before. Whether there is anything with this id is not asked here. */
public final class Cursors {

    private static final Pattern ITEM_ID = Pattern.compile(Forms.ITEM_ID);

    private Cursors() {}

    /**
     * Reads the id of a session, task or run.
     *
     * @throws InvalidRequest if the text is no UUID
     */
    public static <T> @Nullable T id(String field, @Nullable String given, Function<UUID, T> type) {
        if (given == null) {
            return null;
        }
        if (!NameBasedUuid.isUuid(given)) {
            throw new InvalidRequest(field, RequestError.MUST_BE_A_UUID);
        }
        return type.apply(UUID.fromString(given));
    }

    /**
     * Reads the id of an item.
     *
     * @throws InvalidRequest if the text has not the form of one
     */
    public static @Nullable ItemId item(String field, @Nullable String given) {
        if (given == null) {
            return null;
        }
        if (!ITEM_ID.matcher(given).matches()) {
            throw new InvalidRequest(field, RequestError.MUST_BE_AN_ITEM_ID);
        }
        return new ItemId(given);
    }
}
