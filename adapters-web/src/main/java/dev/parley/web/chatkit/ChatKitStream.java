package dev.parley.web.chatkit;

import dev.parley.application.event.RunSubscription;
import dev.parley.application.event.RunSubscription.Next;
import dev.parley.application.event.SequencedEvent;
import dev.parley.application.run.CancelRun;
import dev.parley.application.run.RunHandle;
import dev.parley.application.shared.ErrorReporter;
import dev.parley.application.shared.SystemFailure;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.LocalizedText;
import dev.parley.web.image.ImageDomains;
import dev.parley.web.item.Previews;
import dev.parley.web.item.WireEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Writes a run's events to a client until the run ends. If the client is gone before, the run is stopped. */
@Component
final class ChatKitStream {

    private static final Logger log = LoggerFactory.getLogger(ChatKitStream.class);

    /** How often a silent run's client is looked for; it is missed at the latest after twice as long. */
    private static final Duration TIMEOUT = Duration.ofMillis(400);

    private static final LocalizedText BROKEN = LocalizedText.of(
            "Something went wrong on our side. Reload the conversation to see the rest of the answer.");

    private static final LocalizedText ELSEWHERE =
            LocalizedText.of("The connection to the answer was lost. Reload the conversation to see the rest of it.");

    private final CancelRun cancelRun;
    private final ChatKitPolicy policy;
    private final Previews previews;
    private final ImageDomains domains;
    private final ErrorReporter journal;

    ChatKitStream(
            CancelRun cancelRun, ChatKitPolicy policy, Previews previews, ImageDomains domains, ErrorReporter journal) {
        this.cancelRun = cancelRun;
        this.policy = policy;
        this.previews = previews;
        this.domains = domains;
        this.journal = journal;
    }

    void write(AccountId caller, RunHandle started, ChatKitEvents out) throws InterruptedException {
        ConversationId thread = started.run().conversation();
        try (RunSubscription run = started.events()) {
            out.begin();
            followToTheEnd(thread, run, out);
        } catch (IOException e) {
            log.debug("The client of run {} is gone", started.run().id(), e);
            clientGone(caller, started);
        }
    }

    /** Once a stream has begun no other answer can be given. */
    private void followToTheEnd(ConversationId thread, RunSubscription run, ChatKitEvents out)
            throws IOException, InterruptedException {
        try {
            follow(thread, run, out);
        } catch (RuntimeException e) {
            journal.record(SystemFailure.internal("chatkit.stream", e));
            out.write(lost(BROKEN, out));
        }
    }

    private void follow(ConversationId thread, RunSubscription run, ChatKitEvents out)
            throws IOException, InterruptedException {
        Next next;
        do {
            next = next(run);
            out.checkClient();
            for (SequencedEvent event : next.events()) {
                Optional<WireEvent> shown = WireEvent.of(thread, event.event(), previews, domains, out.language());
                if (shown.isPresent()) {
                    out.write(shown.get());
                }
            }
            if (next.isElsewhere()) {
                out.write(lost(ELSEWHERE, out));
            }
            out.flush();
        } while (!next.isEnd());
    }

    private static WireEvent lost(LocalizedText words, ChatKitEvents out) {
        return new WireEvent.Failed("error", "stream.error", out.language().localize(words), false);
    }

    private Next next(RunSubscription run) throws InterruptedException {
        try {
            return run.await(TIMEOUT);
        } catch (SystemFailure e) {
            journal.record(e);
            return Next.ELSEWHERE;
        }
    }

    private void clientGone(AccountId caller, RunHandle started) {
        if (!policy.cancelsOnDisconnect()) {
            return;
        }
        try {
            cancelRun.cancel(caller, started.run().conversation(), started.run().id());
        } catch (SystemFailure e) {
            journal.record(e);
        } catch (Failure gone) {
            log.debug("Run {} is gone with its thread", started.run().id(), gone);
        }
    }
}
