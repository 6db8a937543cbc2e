package dev.parley.application.run;

import dev.parley.application.assistant.Turn;
import dev.parley.application.assistant.TurnCause;
import dev.parley.application.event.RunEvent;
import dev.parley.application.event.RunLog;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationRepository;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.UserMessage;
import dev.parley.domain.run.Run;
import dev.parley.domain.run.RunOptions;
import dev.parley.domain.shared.PageLimit;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** What begins a run: its first events and what the assistant is told. */
final class TurnFactory {

    /** What an assistant is told at most, beside its newest item: 2 MiB. */
    private static final long TRANSCRIPT_BYTES = 2 << 20;

    private final ConversationRepository conversations;
    private final RunLog log;
    private final RunPolicy policy;

    TurnFactory(ConversationRepository conversations, RunLog log, RunPolicy policy) {
        this.conversations = conversations;
        this.log = log;
        this.policy = policy;
    }

    /** Applies the command and begins its run, inside a unit that has locked the conversation and stored the run. */
    Begun begin(Run run, RunOptions options, Conversation conversation, ConversationCommand command, Instant now) {
        TurnTrigger trigger = command.apply(conversation, now);
        List<Item> transcript = transcript(trigger);
        List<RunEvent> events = firstEvents(trigger, options);
        log.append(List.of(new RunLog.Batch(run.id(), 1, events)));
        Turn turn = new Turn(
                behindGivenUp(trigger.conversation(), now),
                transcript,
                policy.offered(message(transcript, trigger)),
                trigger.cause(),
                options.locale(),
                options.clientActs(),
                options.requester());
        return new Begun(run, turn, 0, events);
    }

    /**
     * Begins the run of a message that has waited as an item, inside a unit that has locked the conversation and stored the
     * run.
     *
     * @param lastEvent the sequence of the run's last event
     */
    Begun resume(
            Run run, RunOptions options, Conversation conversation, UserMessage message, long lastEvent, Instant now) {
        Conversation reached = conversation.reached(message.sequence(), now);
        conversations.save(reached);
        Turn turn = new Turn(
                reached,
                itemsUpTo(message.sequence() - 1, reached),
                policy.offered(message),
                TurnCause.MESSAGE_SENT,
                options.locale(),
                options.clientActs(),
                options.requester());
        return new Begun(run, turn, lastEvent, List.of());
    }

    /** What the run adds comes behind messages that waited and were given up. */
    private Conversation behindGivenUp(Conversation conversation, Instant now) {
        Conversation reached = conversation.reachedNewest(now);
        if (reached.lastSequence() > conversation.lastSequence()) {
            conversations.save(reached);
        }
        return reached;
    }

    /** The events with which a run begins, or its wait. */
    static List<RunEvent> firstEvents(TurnTrigger trigger, RunOptions options) {
        return Stream.of(
                        trigger.first(),
                        List.<RunEvent>of(new RunEvent.StreamOptions(options.allowCancel())),
                        trigger.then())
                .flatMap(List::stream)
                .toList();
    }

    /** The items before the message where that is what is to be answered, else all. */
    private List<Item> transcript(TurnTrigger trigger) {
        UserMessage message = trigger.message();
        return message == null
                ? itemsUpTo(trigger.conversation().lastSequence(), trigger.conversation())
                : itemsUpTo(message.sequence() - 1, trigger.conversation());
    }

    /** Messages that wait behind it are none of the assistant's business yet. */
    private List<Item> itemsUpTo(long sequence, Conversation conversation) {
        return sequence == 0
                ? List.of()
                : conversations.latestItems(
                        conversation.id(), sequence, new PageLimit(policy.transcriptItems(), TRANSCRIPT_BYTES));
    }

    private UserMessage message(List<Item> transcript, TurnTrigger trigger) {
        if (trigger.message() != null) {
            return trigger.message();
        }
        return transcript.reversed().stream()
                .filter(UserMessage.class::isInstance)
                .map(UserMessage.class::cast)
                .findFirst()
                .or(() -> conversations.latestUserMessage(trigger.conversation().id()))
                .orElseGet(() -> Turn.nothingSaid(trigger.conversation()));
    }

    /**
     * A run that may be launched as soon as the unit has committed.
     *
     * @param lastEvent the sequence of the last event before the opening; 0 for none
     * @param opening the events that it begins with, which are logged
     */
    record Begun(Run run, Turn turn, long lastEvent, List<RunEvent> opening) {}
}
