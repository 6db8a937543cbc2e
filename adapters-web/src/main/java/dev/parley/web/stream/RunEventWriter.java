package dev.parley.web.stream;

import dev.parley.application.event.RunSubscription;
import dev.parley.application.event.RunSubscription.Next;
import dev.parley.application.event.SequencedEvent;
import dev.parley.application.shared.ErrorReporter;
import dev.parley.application.shared.SystemFailure;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.web.image.ImageDomains;
import dev.parley.web.item.Previews;
import dev.parley.web.item.WireEvent;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Writes a run's events to a client until the run ends or the client is gone. */
@Component
public final class RunEventWriter {

    private static final Logger log = LoggerFactory.getLogger(RunEventWriter.class);

    private final Previews previews;
    private final ImageDomains domains;
    private final ErrorReporter errorReporter;

    RunEventWriter(Previews previews, ImageDomains domains, ErrorReporter errorReporter) {
        this.previews = previews;
        this.domains = domains;
        this.errorReporter = errorReporter;
    }

    /**
     * Writes them, and closes the subscription.
     *
     * @throws InterruptedException if the server stops
     */
    public void write(ConversationId thread, RunSubscription run, StreamProtocol protocol, EventStream out)
            throws InterruptedException {
        try (run) {
            out.begin();
            protocol.begin(out);
            out.flush();
            followToTheEnd(thread, run, protocol, out);
        } catch (IOException e) {
            log.debug("The client of run {} is gone", run.run(), e);
            protocol.disconnected();
        }
    }

    /** Once a stream has begun no other answer can be given. */
    private void followToTheEnd(ConversationId thread, RunSubscription run, StreamProtocol protocol, EventStream out)
            throws IOException, InterruptedException {
        try {
            follow(thread, run, protocol, out);
        } catch (RuntimeException e) {
            protocol.fail(e, out);
        }
    }

    private void follow(ConversationId thread, RunSubscription run, StreamProtocol protocol, EventStream out)
            throws IOException, InterruptedException {
        Next next;
        do {
            next = next(run, protocol);
            out.checkClient();
            for (SequencedEvent event : next.events()) {
                Optional<WireEvent> shown = WireEvent.of(thread, event.event(), previews, domains, out.language());
                if (shown.isPresent()) {
                    protocol.event(event, shown.get(), out);
                }
            }
            end(next, protocol, out);
            out.flush();
            out.keepAlive();
        } while (!next.isEnd());
    }

    private static void end(Next next, StreamProtocol protocol, EventStream out) throws IOException {
        if (next.isLast()) {
            protocol.end(out);
        } else if (next.isElsewhere()) {
            protocol.interrupt(out);
        }
    }

    /** A log that cannot be read ends this stream only. */
    private Next next(RunSubscription run, StreamProtocol protocol) throws InterruptedException {
        try {
            return run.await(protocol.checkInterval());
        } catch (SystemFailure e) {
            errorReporter.record(e);
            return Next.ELSEWHERE;
        }
    }
}
