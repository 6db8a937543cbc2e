package dev.parley.web.run;

import dev.parley.application.event.RunSubscription;
import dev.parley.application.event.SequencedEvent;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.run.RunId;
import dev.parley.web.item.WireEvent;
import dev.parley.web.stream.EventStream;
import dev.parley.web.stream.LongResponses;
import dev.parley.web.stream.RunEventWriter;
import dev.parley.web.stream.StreamProtocol;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Streams a run's events to a client of the REST API. A client that is gone does not stop the run. */
@Component
final class RunAnswer {

    private static final long RECONNECT_MILLISECONDS = 1000;

    private final RunEventWriter writer;
    private final LongResponses responses;

    RunAnswer(RunEventWriter writer, LongResponses responses) {
        this.writer = writer;
        this.responses = responses;
    }

    void write(ConversationId thread, RunSubscription run, HttpServletRequest request, HttpServletResponse response)
            throws InterruptedException {
        response.setHeader(RunResponses.RUN_ID, run.run().toString());
        writer.write(thread, run, new Protocol(run.run()), responses.events(request, response));
    }

    /** Events have ids, so that a client can connect again and go on. */
    private record Protocol(RunId run) implements StreamProtocol {

        @Override
        public Duration checkInterval() {
            return Duration.ofSeconds(1);
        }

        @Override
        public void begin(EventStream out) throws IOException {
            out.comment(" run " + run);
        }

        @Override
        public void event(SequencedEvent event, WireEvent shown, EventStream out) throws IOException {
            out.event(EventId.of(run, event), shown);
        }

        @Override
        public void end(EventStream out) throws IOException {
            out.text("[DONE]");
        }

        @Override
        public void interrupt(EventStream out) throws IOException {
            out.retry(RECONNECT_MILLISECONDS);
        }
    }
}
