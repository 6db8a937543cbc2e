package dev.parley.assistant.stream;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.JsonStringEncoder;

/**
 * Members that a provider attaches and that only it understands, kept as they came. Lists and reasoning come in pieces that
 * are joined; of everything else the last value counts.
 */
final class OpaqueMembers {

    /** The most characters of all values. */
    static final int MAXIMUM_LENGTH = 1024 * 1024;

    private static final Set<String> TEXTS_IN_PIECES = Set.of("reasoning_content", "reasoning");

    private final Map<String, StringBuilder> values = new LinkedHashMap<>();
    private int room = MAXIMUM_LENGTH;

    /** Takes more; false where there is no room for it. What is replaced takes none. */
    boolean add(Map<String, String> members) {
        boolean fits = true;
        for (Map.Entry<String, String> member : members.entrySet()) {
            int length = member.getKey().length() + member.getValue().length();
            if (length > room) {
                fits = false;
            } else {
                room -= length;
                add(member.getKey(), member.getValue());
            }
        }
        return fits;
    }

    /** All as one JSON object; null where there are none. */
    @Nullable String json() {
        return values.isEmpty()
                ? null
                : values.entrySet().stream()
                        .map(member -> quoted(member.getKey()) + ":" + member.getValue())
                        .collect(Collectors.joining(",", "{", "}"));
    }

    private void add(String name, String value) {
        StringBuilder before = values.get(name);
        if (before == null) {
            values.put(name, new StringBuilder(value));
        } else if (before.charAt(0) == '"' && value.startsWith("\"") && TEXTS_IN_PIECES.contains(name)) {
            before.setLength(before.length() - 1);
            before.append(value, 1, value.length());
        } else if (isFilledList(before) && isFilledList(value)) {
            before.setLength(before.length() - 1);
            before.append(',').append(value, 1, value.length());
        } else {
            room += name.length() + before.length();
            before.setLength(0);
            before.append(value);
        }
    }

    /** Looks no further than its first element: what was put together so far may be long. */
    private static boolean isFilledList(CharSequence value) {
        return value.charAt(0) == '['
                && IntStream.range(1, value.length() - 1).anyMatch(i -> !Character.isWhitespace(value.charAt(i)));
    }

    private static String quoted(String name) {
        return "\"" + new String(JsonStringEncoder.getInstance().quoteAsCharArray(name)) + "\"";
    }
}
