package dev.parley.web.run;

import dev.parley.application.event.RunSubscription.Position;
import dev.parley.application.event.SequencedEvent;
import dev.parley.domain.run.RunId;
import dev.parley.domain.shared.InvalidRequest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of an event in a stream: its run, its sequence there, and {@code t} where the run had been taken over. A client
 * sends the last one that it has seen in the header {@code Last-Event-ID} (HTML standard, section 9.2.4).
 */
final class EventId {

    private static final Pattern FORM =
            Pattern.compile("(?:(?<run>[0-9a-fA-F-]{36}):)?(?<sequence>\\d{1,15})(?<t>:t)?");

    private EventId() {}

    static String of(RunId run, SequencedEvent event) {
        return run + ":" + event.sequence() + (event.isTakenOver() ? ":t" : "");
    }

    /**
     * Reads where a client is; a bare sequence does as well.
     *
     * @param field where the client wrote it
     * @throws InvalidRequest if it is no id of an event of this run
     */
    static Position parse(String field, String text, RunId run) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new InvalidRequest(field, RunRequestError.MUST_BE_AN_EVENT_ID, run);
        }
        String named = matcher.group("run");
        if (named != null && !named.equalsIgnoreCase(run.toString())) {
            throw new InvalidRequest(field, RunRequestError.NAMES_AN_EVENT_OF_ANOTHER_RUN);
        }
        return new Position(Long.parseLong(matcher.group("sequence")), matcher.group("t") != null);
    }
}
