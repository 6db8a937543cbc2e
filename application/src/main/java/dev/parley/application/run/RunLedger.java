package dev.parley.application.run;

import dev.parley.application.shared.IdGenerator;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Conversation.Appended;
import dev.parley.domain.conversation.ConversationRepository;
import dev.parley.domain.conversation.Item;
import dev.parley.domain.conversation.ItemId;
import dev.parley.domain.run.Run;
import dev.parley.domain.run.RunRepository;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiFunction;

/** What a run writes: each finished item and its end, each in a unit of its own and only while the run is running. */
final class RunLedger {

    private final UnitOfWork unitOfWork;
    private final ConversationRepository conversations;
    private final RunRepository runs;
    private final IdGenerator ids;
    private final InstantSource clock;

    RunLedger(
            UnitOfWork unitOfWork,
            ConversationRepository conversations,
            RunRepository runs,
            IdGenerator ids,
            InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.conversations = conversations;
        this.runs = runs;
        this.ids = ids;
        this.clock = clock;
    }

    ItemId newMessageId() {
        return ids.message();
    }

    Instant now() {
        return clock.instant();
    }

    /** Commits an assistant's message; empty if the run is not running any longer. */
    Optional<Item> commitMessage(Run run, ItemId id, String text, Instant createdAt) {
        return unitOfWork.execute(() -> conversations
                .lock(run.conversation())
                .flatMap(conversation ->
                        runs.lockRunning(run.id()).map(fenced -> append(conversation, id, text, createdAt))));
    }

    /** Commits the run's end; false if it had ended already. */
    boolean finish(Run run, BiFunction<Run, Instant, Run> end) {
        return unitOfWork.execute(() -> {
            Optional<Run> running = runs.lockRunning(run.id());
            running.ifPresent(fenced -> runs.save(end.apply(fenced, clock.instant())));
            return running.isPresent();
        });
    }

    private Item append(Conversation conversation, ItemId id, String text, Instant createdAt) {
        Appended appended = conversation.answer(id, text, createdAt);
        conversations.append(appended);
        return appended.item();
    }
}
