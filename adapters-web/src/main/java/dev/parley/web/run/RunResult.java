package dev.parley.web.run;

import static dev.parley.web.run.RunResponses.RESPONSES;

import dev.parley.application.event.RunEvent;
import dev.parley.application.event.RunSubscription;
import dev.parley.application.event.RunSubscription.Next;
import dev.parley.application.event.SequencedEvent;
import dev.parley.application.run.GetRuns;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.web.item.Previews;
import dev.parley.web.item.WireItem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Waits for the end of a run instead of showing how it comes about. */
@Component
final class RunResult {

    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    private final GetRuns getRuns;
    private final Previews previews;

    RunResult(GetRuns getRuns, Previews previews) {
        this.previews = previews;
        this.getRuns = getRuns;
    }

    /** The run's end and items; the run as it stands, where this node stops before. */
    RunResponse await(AccountId caller, ConversationId thread, RunSubscription run) throws InterruptedException {
        List<WireItem> items = new ArrayList<>();
        try (run) {
            Next next;
            do {
                next = run.await(TIMEOUT);
                next.events().forEach(event -> item(thread, event).ifPresent(items::add));
            } while (!next.isEnd());
        }
        return RESPONSES.run(getRuns.run(caller, thread, run.run()), items);
    }

    private Optional<WireItem> item(ConversationId thread, SequencedEvent event) {
        return event.event() instanceof RunEvent.ItemDone done
                ? WireItem.of(thread, done.item(), previews)
                : Optional.empty();
    }
}
