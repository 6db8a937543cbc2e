package dev.parley.application.testing;

import static dev.parley.application.testing.Examples.saying;
import static dev.parley.application.testing.Examples.someone;
import static org.awaitility.Awaitility.await;

import dev.parley.application.assistant.ActionHandler;
import dev.parley.application.assistant.ActionHandlers;
import dev.parley.application.assistant.Assistant;
import dev.parley.application.event.RunEvent;
import dev.parley.application.event.RunStreams;
import dev.parley.application.event.RunSubscription;
import dev.parley.application.event.SequencedEvent;
import dev.parley.application.run.CancelRun;
import dev.parley.application.run.FollowRun;
import dev.parley.application.run.RunHandle;
import dev.parley.application.run.SendMessage;
import dev.parley.application.run.StartThread;
import dev.parley.application.shared.IdGenerator;
import dev.parley.application.thread.AnswerQuestions;
import dev.parley.application.thread.AnswerToolCall;
import dev.parley.application.thread.FeedbackMeter;
import dev.parley.application.thread.PerformAction;
import dev.parley.application.thread.RateItems;
import dev.parley.application.thread.ReadThread;
import dev.parley.application.thread.RetryMessage;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.feedback.Rating;
import dev.parley.domain.item.Item;
import dev.parley.domain.run.RunOptions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** A user's threads on a node with everything that users do there, over any adapters. */
public final class ThreadsUnderTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration A_MOMENT = Duration.ofMillis(100);

    /** The user. */
    public final AccountId user = someone();

    /** Who answers. */
    public final AtomicReference<Assistant> assistant = new AtomicReference<>((turn, reply) -> reply.text("Hello."));

    /** The ratings that were counted. */
    public final Map<Rating, Integer> rated = new EnumMap<>(Rating.class);

    /** The adapters. */
    public final PortsUnderTest ports;

    /** The node's clock. */
    public final SettableClock clock = new SettableClock();

    /** All use cases over them. */
    public final UseCases useCases;

    /** The use case of this name. */
    public final StartThread startThread;

    /** The use case of this name. */
    public final SendMessage startRun;

    /** The use case of this name. */
    public final CancelRun cancelRun;

    /** The use case of this name. */
    public final FollowRun followRun;

    /** The use case of this name. */
    public final AnswerToolCall answerToolCall;

    /** The use case of this name. */
    public final AnswerQuestions answerQuestions;

    /** The use case of this name. */
    public final RetryMessage retryMessage;

    /** The use case of this name. */
    public final PerformAction performAction;

    /** The use case of this name. */
    public final RateItems rateItems;

    /** The use case of this name. */
    public final ReadThread readThread;

    private final RunStreams streams;

    /** Makes the node. */
    public ThreadsUnderTest(PortsUnderTest ports, IdGenerator ids, ActionHandler... handlers) {
        this.ports = ports;
        useCases = UseCases.over(ports)
                .with(IdGenerator.class, ids)
                .with(InstantSource.class, clock)
                .with(ActionHandlers.class, UseCases.actionHandlers(handlers))
                .with(Assistant.class, (turn, reply) -> assistant.get().answer(turn, reply))
                .with(FeedbackMeter.class, (rating, items) -> rated.merge(rating, items, Integer::sum));
        startThread = useCases.get(StartThread.class);
        startRun = useCases.get(SendMessage.class);
        cancelRun = useCases.get(CancelRun.class);
        followRun = useCases.get(FollowRun.class);
        answerToolCall = useCases.get(AnswerToolCall.class);
        answerQuestions = useCases.get(AnswerQuestions.class);
        retryMessage = useCases.get(RetryMessage.class);
        performAction = useCases.get(PerformAction.class);
        rateItems = useCases.get(RateItems.class);
        readThread = useCases.get(ReadThread.class);
        streams = useCases.get(RunStreams.class);
    }

    /** Begins a thread with a message, and waits for the end of the answer. */
    public ConversationId begin(String text) {
        RunHandle run = PlainMessages.begin(startThread, user, saying(text), RunOptions.DEFAULT);
        read(run);
        return run.run().conversation();
    }

    /** Says something in a thread, and waits for the end of the answer. */
    public List<RunEvent> say(ConversationId thread, String text) {
        return read(PlainMessages.send(startRun, user, thread, saying(text), null));
    }

    /** Reads a run to its end. */
    public List<RunEvent> read(RunHandle run) {
        return read(run.events());
    }

    /** Reads a run to its end. One that waits is looked for all the time, as a node's clock has it done. */
    public List<RunEvent> read(RunSubscription from) {
        List<RunEvent> events = new ArrayList<>();
        try (RunSubscription subscription = from) {
            await().atMost(SOON).until(() -> {
                RunSubscription.Next next = subscription.await(A_MOMENT);
                next.events().stream().map(SequencedEvent::event).forEach(events::add);
                streams.poll();
                return next.isEnd();
            });
        }
        return events;
    }

    /** All items of a thread. */
    public List<Item> items(ConversationId thread) {
        return ports.unitOfWork().read(() -> ports.conversations().items(thread));
    }

    /** The newest item of a thread. */
    public Item newest(ConversationId thread) {
        return items(thread).getLast();
    }

    /** The thread as it is stored. */
    public Conversation conversation(ConversationId thread) {
        return ports.unitOfWork().read(() -> ports.conversations().find(thread)).orElseThrow();
    }
}
