package dev.parley.application.testing;

import static dev.parley.application.testing.Examples.NOW;
import static dev.parley.application.testing.Examples.conversationOf;
import static dev.parley.application.testing.Examples.someone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.shared.IdGenerator;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.item.InferenceOptions;
import dev.parley.domain.item.InputText;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.UserMessage;
import dev.parley.domain.run.Node;
import dev.parley.domain.run.QueuedRun;
import dev.parley.domain.run.Requester;
import dev.parley.domain.run.Run;
import dev.parley.domain.run.RunId;
import dev.parley.domain.run.RunOptions;
import dev.parley.domain.run.RunRepository;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** What the contracts about runs have in common. */
abstract class RunContract {

    static final Duration LIVING = Duration.ofMinutes(1);
    static final Duration EXPIRED = Duration.ofMinutes(-1);
    static final Instant LATER = NOW.plusSeconds(30);
    static final Node NODE = new Node("node", UUID.fromString("00000000-0000-7000-8000-000000000001"));

    final PortsUnderTest ports = ports();
    final UnitOfWork unitOfWork = ports.unitOfWork();
    final RunRepository runs = ports.runs();
    final IdGenerator ids = new CountingIds();
    final Conversation conversation = newConversation();

    /** Adapters over an empty store. */
    protected abstract PortsUnderTest ports();

    final Conversation newConversation() {
        Conversation fresh = conversationOf(someone());
        unitOfWork.run(() -> ports.conversations().add(fresh, 10));
        return fresh;
    }

    final Run runIn(Conversation where) {
        return Run.start(ids.run(), where.id(), NOW);
    }

    final QueuedRun queuedIn(Conversation where) {
        return queuedIn(where, ids.run());
    }

    final QueuedRun queuedIn(Conversation where, RunId id) {
        return queuedIn(where, id, new RunOptions("de-CH", true, false, Requester.UNKNOWN));
    }

    final QueuedRun queuedIn(Conversation where, RunId id, RunOptions options) {
        UserMessage message = new UserMessage(
                ids.message(),
                Item.DRAFT,
                List.of(new InputText("and \"then\"?")),
                List.of(),
                null,
                new InferenceOptions("small", null),
                NOW.plusMillis(1));
        return new QueuedRun(Run.queue(id, where.id(), NOW), message, options);
    }

    final boolean add(Run run, Node node, Duration lease) {
        return unitOfWork.execute(() -> runs.add(run, node, lease));
    }

    final Run added(Run run) {
        return added(run, NODE, LIVING);
    }

    final Run added(Run run, Node node, Duration lease) {
        assertThat(add(run, node, lease)).isTrue();
        return run;
    }

    final QueuedRun queued(QueuedRun queued) {
        unitOfWork.run(() -> runs.addQueued(queued));
        return queued;
    }

    final Run begun(QueuedRun queued) {
        Run run = queued.run().begun(LATER);
        unitOfWork.run(() -> runs.begin(run, NODE, LIVING));
        return run;
    }

    final Run saved(Run run) {
        unitOfWork.run(() -> runs.save(run));
        return run;
    }

    final Optional<Run> found(Run run) {
        return unitOfWork.read(() -> runs.find(run.id()));
    }

    /** What a unit reads; one that may lock. */
    final <T> T read(Supplier<T> work) {
        return unitOfWork.execute(work);
    }
}
