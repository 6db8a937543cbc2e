package dev.parley.application.testing;

import static dev.parley.application.testing.Examples.LIMITS;
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
import dev.parley.application.reply.JsonTrees;
import dev.parley.application.run.CancelRun;
import dev.parley.application.run.FollowRun;
import dev.parley.application.run.OnActiveRun;
import dev.parley.application.run.RunAdmission;
import dev.parley.application.run.RunEngine;
import dev.parley.application.run.RunHandle;
import dev.parley.application.run.RunPolicy;
import dev.parley.application.run.RunQueue;
import dev.parley.application.run.SendMessage;
import dev.parley.application.run.StartThread;
import dev.parley.application.shared.IdGenerator;
import dev.parley.application.shared.Secrets;
import dev.parley.application.thread.AnswerQuestions;
import dev.parley.application.thread.AnswerToolCall;
import dev.parley.application.thread.PerformAction;
import dev.parley.application.thread.RateItems;
import dev.parley.application.thread.ReadThread;
import dev.parley.application.thread.RetryMessage;
import dev.parley.application.tool.ToolBox;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.feedback.Rating;
import dev.parley.domain.item.Item;
import dev.parley.domain.run.Node;
import dev.parley.domain.run.RunOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
        RunPolicy policy = new RunPolicy(
                LIMITS,
                50,
                Set.of("small"),
                OnActiveRun.REJECT,
                new Node("node", UUID.randomUUID()),
                Duration.ofMinutes(1));
        RecordingErrorReporter journal = new RecordingErrorReporter();
        JsonTrees trees = new PlainJsonTrees();
        ActionHandlers actions = new ActionHandlers(List.of(handlers));
        streams = new RunStreams(ports.unitOfWork(), ports.log());
        RunEngine engine = new RunEngine(
                actions.beside((turn, reply) -> assistant.get().answer(turn, reply)),
                new ToolBox(
                        List.of(() -> List.of(new EchoTool())),
                        (definition, arguments) -> Optional.empty(),
                        Thread.ofVirtual().factory(),
                        SOON,
                        Secrets.NONE),
                trees,
                ports.unitOfWork(),
                ports.conversations(),
                ports.runs(),
                ports.usages(),
                ports.log(),
                streams,
                ids,
                clock,
                journal,
                Thread.ofVirtual().factory());
        RunQueue queue = new RunQueue(
                ports.unitOfWork(),
                ports.conversations(),
                ports.runs(),
                ports.log(),
                policy,
                engine,
                clock,
                journal,
                ports.quota());
        RunAdmission starter = new RunAdmission(
                ports.unitOfWork(),
                ports.conversations(),
                ports.runs(),
                ports.log(),
                policy,
                ids,
                clock,
                engine,
                queue,
                streams,
                ports.quota());
        startThread = new StartThread(starter, ports.conversations(), policy, ids, clock, ports.claims());
        startRun = new SendMessage(starter, ports.conversations(), ports.runs(), policy, ids, clock, ports.claims());
        cancelRun = new CancelRun(ports.unitOfWork(), ports.conversations(), ports.runs(), engine, clock);
        followRun = new FollowRun(ports.unitOfWork(), ports.conversations(), ports.runs(), ports.log(), streams);
        answerToolCall = new AnswerToolCall(starter, ports.conversations());
        answerQuestions = new AnswerQuestions(starter, ports.conversations(), LIMITS, trees);
        retryMessage = new RetryMessage(starter, ports.conversations());
        performAction = new PerformAction(
                starter, ports.unitOfWork(), ports.conversations(), ports.runs(), actions, trees, clock, ports.quota());
        rateItems = new RateItems(
                ports.unitOfWork(),
                ports.conversations(),
                ports.feedback(),
                (rating, items) -> rated.merge(rating, items, Integer::sum),
                clock);
        readThread = new ReadThread(ports.unitOfWork(), ports.conversations());
    }

    /** Begins a thread with a message, and waits for the end of the answer. */
    public ConversationId begin(String text) {
        RunHandle run = startThread.start(user, saying(text), RunOptions.DEFAULT);
        read(run);
        return run.run().conversation();
    }

    /** Says something in a thread, and waits for the end of the answer. */
    public List<RunEvent> say(ConversationId thread, String text) {
        return read(startRun.start(user, thread, saying(text), null));
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
