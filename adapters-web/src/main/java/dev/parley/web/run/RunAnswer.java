package dev.parley.web.run;

import dev.parley.application.run.RunEvent;
import dev.parley.application.run.RunStream.Next;
import dev.parley.application.run.StartRun.StartedRun;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.web.chatkit.WireEvent;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes a run's events to its client until the run ends or the client is gone; the run does not mind. */
@Component
final class RunAnswer {

    private static final Logger log = LoggerFactory.getLogger(RunAnswer.class);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final JsonMapper json;

    RunAnswer(JsonMapper json) {
        this.json = json;
    }

    void write(ConversationId thread, StartedRun run, HttpServletResponse response) throws InterruptedException {
        response.setHeader("X-Run-Id", run.id().toString());
        try {
            follow(thread, run, new EventStream(response, json));
        } catch (IOException e) {
            log.debug("The client is gone; run {} goes on", run.id(), e);
        }
    }

    private static void follow(ConversationId thread, StartedRun run, EventStream events)
            throws IOException, InterruptedException {
        int seen = 0;
        Next next;
        do {
            next = run.stream().await(seen, HEARTBEAT);
            for (RunEvent event : next.events()) {
                events.write(WireEvent.of(thread, event));
            }
            if (next.events().isEmpty() && !next.ended()) {
                events.heartbeat();
            }
            if (next.ended()) {
                events.done();
            }
            events.flush();
            seen += next.events().size();
        } while (!next.ended());
    }
}
