package dev.parley.web.run;

import dev.parley.application.event.RunSubscription;
import dev.parley.application.event.RunSubscription.Next;
import dev.parley.application.event.SequencedEvent;
import dev.parley.application.shared.ErrorReporter;
import dev.parley.application.shared.SystemFailure;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.web.image.ImageDomains;
import dev.parley.web.item.Previews;
import dev.parley.web.item.WireEvent;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes a run's events to a client until the run ends or the client is gone; the run does not mind. */
@Component
final class RunAnswer {

    private static final Logger log = LoggerFactory.getLogger(RunAnswer.class);

    /** How often a silent run's client is looked for. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    /** How often it is found there before it is written something, which is 15 s. */
    private static final int LOOKS_PER_HEARTBEAT = 15;

    private final JsonMapper json;
    private final Previews previews;
    private final ImageDomains domains;
    private final ErrorReporter journal;

    RunAnswer(JsonMapper json, Previews previews, ImageDomains domains, ErrorReporter journal) {
        this.previews = previews;
        this.domains = domains;
        this.json = json;
        this.journal = journal;
    }

    void write(ConversationId thread, RunSubscription run, HttpServletRequest request, HttpServletResponse response)
            throws InterruptedException {
        response.setHeader(RunResponses.RUN_ID, run.run().toString());
        try (run) {
            EventStream events =
                    new EventStream(request, response, json, run.run().toString());
            events.flush();
            follow(thread, run, events);
        } catch (IOException e) {
            log.debug("The client is gone; run {} goes on", run.run(), e);
        }
    }

    private void follow(ConversationId thread, RunSubscription run, EventStream events)
            throws IOException, InterruptedException {
        int silent = 0;
        Next next;
        do {
            next = next(run);
            events.checkClient();
            silent = next.events().isEmpty() ? silent + 1 : 0;
            for (SequencedEvent event : next.events()) {
                Optional<WireEvent> shown = WireEvent.of(thread, event.event(), previews, domains, events.language());
                if (shown.isPresent()) {
                    events.write(EventId.suffix(event), shown.get());
                }
            }
            end(next, events);
            if (silent == LOOKS_PER_HEARTBEAT) {
                events.heartbeat();
                silent = 0;
            }
            events.flush();
        } while (!next.isEnd());
    }

    private static void end(Next next, EventStream events) throws IOException {
        if (next.isLast()) {
            events.done();
        } else if (next.isElsewhere()) {
            events.reconnect();
        }
    }

    /** A log that cannot be read ends this stream only; the client comes again and goes on. */
    private Next next(RunSubscription run) throws InterruptedException {
        try {
            return run.await(LOOK);
        } catch (SystemFailure e) {
            journal.record(e);
            return Next.ELSEWHERE;
        }
    }
}
