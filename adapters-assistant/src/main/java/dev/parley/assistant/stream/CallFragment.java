package dev.parley.assistant.stream;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a tool call.
 *
 * @param index the call's place in the turn, as the provider counts; null where it has none
 * @param id empty where the fragment has none
 * @param name the name or a piece of it; empty where the fragment has none
 * @param arguments their JSON or a piece of it; empty where the fragment has none
 * @param others unknown members by their names, as JSON
 */
record CallFragment(@Nullable Long index, String id, String name, String arguments, Map<String, String> others) {

    /** Those of the old form, of which a turn can have one: behind all that have an index. */
    static final long FUNCTION_CALL_INDEX = Long.MAX_VALUE;

    CallFragment at(long place) {
        return new CallFragment(place, id, name, arguments, others);
    }
}
