package dev.parley.web.chatkit;

import dev.parley.domain.attachment.MimeType;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.feedback.Rating;
import dev.parley.domain.item.ItemId;
import dev.parley.domain.shared.FieldError;
import dev.parley.domain.shared.InvalidRequest;
import dev.parley.domain.shared.PageOrder;
import dev.parley.domain.shared.PageSize;
import dev.parley.domain.shared.Text;
import dev.parley.web.request.RequestError;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads what several operations have in common. Each names the field that it refuses. */
final class Params {

    private static final int LONGEST_ID = 200;
    private static final int DEFAULT_PAGE = 20;

    private Params() {}

    static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw new InvalidRequest(field, FieldError.IS_MISSING);
        }
        return value;
    }

    static ConversationId thread(@Nullable String id) {
        return ConversationId.of(id("thread_id", id));
    }

    static ItemId item(String field, @Nullable String id) {
        return new ItemId(id(field, id));
    }

    /** The item of an action; the reference takes an empty id for none. */
    static @Nullable ItemId widget(@Nullable String id) {
        return id == null || id.isEmpty() ? null : item("item_id", id);
    }

    /** Something that names something: 1 to 200 characters. */
    static String id(String field, @Nullable String given) {
        String id = Text.storable(field, required(field, given));
        if (id.isEmpty() || id.length() > LONGEST_ID) {
            throw new InvalidRequest(field, ChatKitError.MUST_HAVE_FROM_1_TO_CHARACTERS, LONGEST_ID);
        }
        return id;
    }

    /** The component asks for 9999 threads, and goes on after the page that it gets; the reference takes 0 for no limit given. */
    static int limit(@Nullable Integer limit) {
        return limit == null || limit == 0 ? DEFAULT_PAGE : PageSize.checked(Math.min(limit, PageSize.MAXIMUM));
    }

    static PageOrder order(@Nullable String order) {
        return switch (order == null ? "desc" : order) {
            case "asc" -> PageOrder.OLDEST_FIRST;
            case "desc" -> PageOrder.NEWEST_FIRST;
            default -> throw new InvalidRequest("order", RequestError.MUST_BE_AN_ORDER);
        };
    }

    /** Reads each entry of a list, which has a place of its own in what is refused. */
    static <T, R> List<R> each(
            String field, List<@Nullable T> given, int maximum, BiFunction<String, @Nullable T, R> read) {
        if (given.size() > maximum) {
            throw new InvalidRequest(field, FieldError.HAS_TOO_MANY_ENTRIES, maximum, given.size());
        }
        return IntStream.range(0, given.size())
                .mapToObj(index -> read.apply(field + "[" + index + "]", given.get(index)))
                .toList();
    }

    /** Browsers do not know the type of many files, and send an empty text then. */
    static MimeType fileType(@Nullable String type) {
        String given = required("mime_type", type);
        return given.isEmpty() ? MimeType.OCTETS : MimeType.of(given);
    }

    static Rating rating(@Nullable String kind) {
        return switch (required("kind", kind)) {
            case "positive" -> Rating.POSITIVE;
            case "negative" -> Rating.NEGATIVE;
            default -> throw new InvalidRequest("kind", ChatKitError.MUST_BE_A_RATING);
        };
    }
}
