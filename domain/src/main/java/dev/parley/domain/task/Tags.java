package dev.parley.domain.task;

import dev.parley.domain.shared.FieldError;
import dev.parley.domain.shared.InvalidRequest;
import dev.parley.domain.shared.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Words that tasks are grouped by.
 *
 * @param values no two of them equal without case
 */
public record Tags(List<String> values) {

    /** The tags of a task without any. */
    public static final Tags NONE = new Tags(List.of());

    private static final int MAXIMUM_NUMBER = 10;
    private static final int MAXIMUM_LENGTH = 50;

    public Tags {
        values = List.copyOf(values);
    }

    /**
     * Reads tags, without the space around each. Of those that are equal without case the first stays.
     *
     * @throws InvalidRequest if there are more than 10, or one is null, blank, longer than 50 characters (code points) or not
     *     storable
     */
    public static Tags of(List<? extends @Nullable String> texts) {
        Map<String, String> tags = new LinkedHashMap<>();
        for (int i = 0; i < texts.size(); i++) {
            String tag = tag("tags[" + i + "]", texts.get(i));
            tags.putIfAbsent(Text.withoutCase(tag), tag);
        }
        if (tags.size() > MAXIMUM_NUMBER) {
            throw new InvalidRequest("tags", FieldError.HAS_TOO_MANY_ENTRIES, 10, tags.size());
        }
        return new Tags(List.copyOf(tags.values()));
    }

    private static String tag(String field, @Nullable String text) {
        if (text == null || Text.isBlank(text)) {
            throw new InvalidRequest(field, FieldError.MUST_NOT_BE_BLANK);
        }
        String tag = Text.storable(field, text).strip();
        if (Text.length(tag) > MAXIMUM_LENGTH) {
            throw new InvalidRequest(field, FieldError.HAS_TOO_MANY_CHARACTERS, 50, Text.length(tag));
        }
        return tag;
    }
}
