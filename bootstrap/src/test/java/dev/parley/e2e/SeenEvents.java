package dev.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.e2e.RunReader.Event;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a client has of a run, over however many connections: each event once and in order. The first event of a takeover
 * takes the place of all that its client has from there on, which the run's own node had shown and lost.
 */
final class SeenEvents {

    private static final Pattern VARYING = Pattern.compile(
            "(?<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[a-z]+_[0-9a-f]{32})|\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");

    private final List<Event> events = new ArrayList<>();
    private final List<Event> withdrawn = new ArrayList<>();

    /** Takes one more, which has to be the next. */
    void add(Event event) {
        if (event.isTakenOver() && !events.isEmpty() && !events.getLast().isTakenOver()) {
            List<Event> lost = events.stream()
                    .filter(seen -> seen.sequence() >= event.sequence())
                    .toList();
            withdrawn.addAll(lost);
            events.removeAll(lost);
        }
        if (!events.isEmpty()) {
            assertThat(event.sequence())
                    .as("the event behind %s", events.getLast())
                    .isGreaterThan(events.getLast().sequence());
        }
        events.add(event);
    }

    SeenEvents addAll(List<Event> more) {
        more.forEach(this::add);
        return this;
    }

    List<Event> events() {
        return List.copyOf(events);
    }

    /** What was shown, lost with its node and taken back. */
    List<Event> withdrawn() {
        return List.copyOf(withdrawn);
    }

    /** Where to go on; null before the first event. */
    @Nullable String lastId() {
        return events.isEmpty() ? null : events.getLast().id();
    }

    /** The data of events, with ids numbered in the order in which they come and without times. */
    static List<String> normalised(List<Event> events) {
        Map<String, String> numbers = new LinkedHashMap<>();
        return events.stream()
                .map(event -> VARYING.matcher(event.data())
                        .replaceAll(found -> Matcher.quoteReplacement(normalised(found.group(), numbers))))
                .toList();
    }

    private static String normalised(String varying, Map<String, String> numbers) {
        return varying.endsWith("Z") ? "time" : numbers.computeIfAbsent(varying, id -> "id " + (numbers.size() + 1));
    }
}
