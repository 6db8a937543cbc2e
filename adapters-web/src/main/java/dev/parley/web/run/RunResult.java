package dev.parley.web.run;

import static dev.parley.web.run.RunResponses.RESPONSES;

import dev.parley.application.event.RunEvent;
import dev.parley.application.event.RunSubscription;
import dev.parley.application.event.RunSubscription.Next;
import dev.parley.application.event.SequencedEvent;
import dev.parley.application.run.GetRuns;
import dev.parley.application.run.RunHandle;
import dev.parley.application.shared.ErrorReporter;
import dev.parley.application.shared.SystemFailure;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.run.Run;
import dev.parley.domain.shared.Failure;
import dev.parley.web.item.Previews;
import dev.parley.web.item.WireItem;
import dev.parley.web.stream.DelayedJson;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Waits for the end of a run instead of showing how it comes about. */
@Component
final class RunResult {

    private static final Logger log = LoggerFactory.getLogger(RunResult.class);

    private static final Duration CHECK_INTERVAL = Duration.ofSeconds(1);

    private final GetRuns getRuns;
    private final Previews previews;
    private final ErrorReporter errorReporter;

    RunResult(GetRuns getRuns, Previews previews, ErrorReporter errorReporter) {
        this.previews = previews;
        this.getRuns = getRuns;
        this.errorReporter = errorReporter;
    }

    /**
     * The run's end and items; the run as it stands, where this node stops before. Where that cannot be read and the
     * answer has begun, it is the run as it was.
     *
     * @param out kept alive meanwhile
     * @return empty where the client is gone
     */
    Optional<RunResponse> await(AccountId caller, RunHandle started, DelayedJson out) throws InterruptedException {
        List<WireItem> items = new ArrayList<>();
        Run run = started.run();
        try (RunSubscription events = started.events()) {
            follow(events, run.conversation(), items, out);
            return Optional.of(RESPONSES.run(getRuns.run(caller, run.conversation(), run.id()), items));
        } catch (IOException e) {
            log.debug("The client of run {} is gone", run.id(), e);
            return Optional.empty();
        } catch (Failure e) {
            if (!out.isBegun()) {
                throw e;
            }
            record(e, run);
            return Optional.of(RESPONSES.run(run, null, items));
        }
    }

    private void record(Failure failure, Run run) {
        if (failure instanceof SystemFailure step) {
            errorReporter.record(step);
        } else {
            log.debug("Run {} is gone with its session", run.id(), failure);
        }
    }

    private void follow(RunSubscription run, ConversationId thread, List<WireItem> items, DelayedJson out)
            throws IOException, InterruptedException {
        Next next;
        do {
            next = run.await(CHECK_INTERVAL);
            next.events().forEach(event -> item(thread, event).ifPresent(items::add));
            if (!next.isEnd()) {
                out.keepAlive();
            }
        } while (!next.isEnd());
    }

    private Optional<WireItem> item(ConversationId thread, SequencedEvent event) {
        return event.event() instanceof RunEvent.ItemDone done
                ? WireItem.of(thread, done.item(), previews)
                : Optional.empty();
    }
}
