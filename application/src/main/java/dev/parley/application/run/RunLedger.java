package dev.parley.application.run;

import dev.parley.application.shared.IdGenerator;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.tool.RequestedCall;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Conversation.Appended;
import dev.parley.domain.conversation.ConversationRepository;
import dev.parley.domain.conversation.Item;
import dev.parley.domain.conversation.ItemId;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.ToolCall;
import dev.parley.domain.run.Run;
import dev.parley.domain.run.RunRepository;
import dev.parley.domain.run.RunUsage;
import dev.parley.domain.run.Usage;
import dev.parley.domain.run.UsageRepository;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a run writes: each finished item and its end, each in a unit of its own and only while the run is running. */
final class RunLedger {

    private final UnitOfWork unitOfWork;
    private final ConversationRepository conversations;
    private final RunRepository runs;
    private final UsageRepository usages;
    private final IdGenerator ids;
    private final InstantSource clock;

    RunLedger(
            UnitOfWork unitOfWork,
            ConversationRepository conversations,
            RunRepository runs,
            UsageRepository usages,
            IdGenerator ids,
            InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.conversations = conversations;
        this.runs = runs;
        this.usages = usages;
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
    Optional<Message> commitMessage(Run run, ItemId id, String text, Instant createdAt) {
        return append(run, conversation -> conversation.answer(id, text, createdAt))
                .map(Message.class::cast);
    }

    /** Commits that a tool is about to be called; empty if the run is not running any longer. */
    Optional<ToolCall> commitCall(Run run, RequestedCall call) {
        ItemId id = ids.toolCall();
        Instant now = clock.instant();
        return append(run, conversation -> conversation.call(id, call.callId(), call.name(), call.arguments(), now))
                .map(ToolCall.class::cast);
    }

    /** Commits what a tool has returned; false if the run is not running any longer. */
    boolean commitOutcome(Run run, ToolCall returned) {
        return unitOfWork.execute(() -> {
            boolean ours = runs.lockRunning(run.id()).isPresent();
            if (ours) {
                conversations.save(run.conversation(), returned);
            }
            return ours;
        });
    }

    /** Commits the run's end and what it cost, if anything; false if it had ended already. */
    boolean finish(Run run, BiFunction<Run, Instant, Run> end, AccountId owner, @Nullable Usage usage) {
        return unitOfWork.execute(() -> {
            Instant now = clock.instant();
            Optional<Run> running = runs.lockRunning(run.id());
            running.ifPresent(fenced -> {
                runs.save(end.apply(fenced, now));
                if (usage != null) {
                    usages.add(new RunUsage(run.id(), owner, now, usage));
                }
            });
            return running.isPresent();
        });
    }

    private Optional<Item> append(Run run, Function<Conversation, Appended> change) {
        return unitOfWork.execute(() -> conversations
                .lock(run.conversation())
                .flatMap(conversation ->
                        runs.lockRunning(run.id()).map(fenced -> appended(change.apply(conversation)))));
    }

    private Item appended(Appended appended) {
        conversations.append(appended);
        return appended.item();
    }
}
