package dev.parley.application.run;

import dev.parley.application.conversation.OwnedConversations;
import dev.parley.application.shared.IdGenerator;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Conversation.Appended;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.ConversationRepository;
import dev.parley.domain.conversation.Item;
import dev.parley.domain.conversation.UserInput;
import dev.parley.domain.conversation.UserMessage;
import dev.parley.domain.run.Run;
import dev.parley.domain.run.RunId;
import dev.parley.domain.run.RunRepository;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Takes a user's message and lets the assistant answer it. */
public final class StartRun {

    private final UnitOfWork unitOfWork;
    private final ConversationRepository conversations;
    private final OwnedConversations owned;
    private final RunRepository runs;
    private final RunPolicy policy;
    private final IdGenerator ids;
    private final InstantSource clock;
    private final RunEngine engine;

    /** Makes the use case from its ports and policy. */
    public StartRun(
            UnitOfWork unitOfWork,
            ConversationRepository conversations,
            RunRepository runs,
            RunPolicy policy,
            IdGenerator ids,
            InstantSource clock,
            RunEngine engine) {
        this.unitOfWork = unitOfWork;
        this.conversations = conversations;
        this.owned = new OwnedConversations(conversations);
        this.runs = runs;
        this.policy = policy;
        this.ids = ids;
        this.clock = clock;
        this.engine = engine;
    }

    /**
     * Commits the message and the run, then lets the assistant answer on a thread of its own.
     *
     * @return the run, whose first event is the committed message
     * @throws dev.parley.domain.conversation.SessionNotFound if there is no such session
     * @throws dev.parley.domain.conversation.NotYourSession if it is another's
     * @throws dev.parley.domain.shared.InvalidRequest if it asks for a model that may not be picked
     * @throws dev.parley.domain.conversation.EmptyMessage if the message is nothing but white space
     * @throws dev.parley.domain.conversation.MessageTooLong if it is longer than allowed
     * @throws dev.parley.domain.conversation.MessageLimitReached if the session is full
     * @throws dev.parley.domain.run.RunInProgress if the assistant is answering in this thread already
     */
    public StartedRun start(AccountId owner, ConversationId id, UserInput input) {
        policy.check(input.options());
        Accepted accepted = unitOfWork.execute(() -> accept(owner, id, input));
        RunStream stream = engine.launch(accepted.run(), accepted.turn(), opening(accepted));
        return new StartedRun(accepted.run().id(), stream);
    }

    private Accepted accept(AccountId owner, ConversationId id, UserInput input) {
        Conversation before = owned.lock(owner, id);
        Instant now = clock.instant();
        Appended appended = before.receive(ids.message(), input, policy.limits(), now);
        Run run = Run.start(ids.run(), id, now);
        runs.add(run, engine.lease());
        List<Item> transcript = conversations.latestItems(id, policy.transcriptItems());
        conversations.append(appended);
        return new Accepted(before, appended, run, transcript);
    }

    private static List<RunEvent> opening(Accepted accepted) {
        List<RunEvent> events = new ArrayList<>();
        events.add(new RunEvent.ItemDone(accepted.message()));
        events.add(new RunEvent.StreamOptions(false));
        Conversation after = accepted.appended().conversation();
        if (!after.title().equals(accepted.before().title())) {
            events.add(new RunEvent.ThreadUpdated(after));
        }
        return events;
    }

    /**
     * A run that has begun.
     *
     * @param stream its events from the first
     */
    public record StartedRun(RunId id, RunStream stream) {}

    private record Accepted(Conversation before, Appended appended, Run run, List<Item> transcript) {

        Turn turn() {
            return new Turn(appended.conversation(), transcript, message());
        }

        UserMessage message() {
            return (UserMessage) appended.item();
        }
    }
}
