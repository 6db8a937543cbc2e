package dev.parley.application.run;

import static dev.parley.application.testing.Examples.LIMITS;

import dev.parley.application.event.RunStreams;
import dev.parley.application.event.RunSubscription;
import dev.parley.application.event.RunSubscription.Position;
import dev.parley.application.shared.Secrets;
import dev.parley.application.testing.EchoTool;
import dev.parley.application.testing.PlainJsonTrees;
import dev.parley.application.testing.PortsUnderTest;
import dev.parley.application.tool.ToolBox;
import dev.parley.domain.run.Node;
import dev.parley.domain.run.RunId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** All that a node has of the run engine. What a server does by the clock, a test calls. */
final class NodeUnderTest {

    final RunStreams streams;
    final RunEngine engine;
    final RunQueue queue;
    final RunLogFlusher writer;
    final RunAdmission starter;
    final SendMessage startRun;
    final StartThread startThread;
    final CancelRun cancelRun;
    final FollowRun followRun;
    final GetRuns getRuns;
    final RunLeases leases;
    private final Stage stage;

    NodeUnderTest(Stage stage, String name, Duration lease) {
        this.stage = stage;
        PortsUnderTest ports = stage.ports;
        SwitchableUnitOfWork units = stage.unitOfWork;
        RunPolicy policy = new RunPolicy(
                LIMITS, 50, Set.of("small"), OnActiveRun.REJECT, new Node(name, UUID.randomUUID()), lease);
        streams = new RunStreams(units, ports.log());
        engine = new RunEngine(
                (turn, reply) -> stage.assistant.get().answer(turn, reply),
                new ToolBox(
                        List.of(() -> List.of(new EchoTool(), new BoxTool(stage.box))),
                        (definition, arguments) ->
                                arguments.isEmpty() ? Optional.of("arguments must not be empty") : Optional.empty(),
                        Thread.ofVirtual().factory(),
                        Stage.SOON,
                        Secrets.NONE),
                new PlainJsonTrees(),
                units,
                ports.conversations(),
                ports.runs(),
                ports.usages(),
                ports.log(),
                streams,
                stage.ids,
                stage.clock,
                stage.journal,
                Thread.ofVirtual().factory());
        queue = new RunQueue(
                units,
                ports.conversations(),
                ports.runs(),
                ports.log(),
                policy,
                engine,
                stage.clock,
                stage.journal,
                ports.quota());
        writer = new RunLogFlusher(units, ports.log(), streams, engine);
        starter = new RunAdmission(
                units,
                ports.conversations(),
                ports.runs(),
                ports.log(),
                policy,
                stage.ids,
                stage.clock,
                engine,
                queue,
                streams,
                ports.quota());
        startRun = new SendMessage(
                starter, ports.conversations(), ports.runs(), policy, stage.ids, stage.clock, ports.claims());
        startThread = new StartThread(starter, ports.conversations(), policy, stage.ids, stage.clock, ports.claims());
        cancelRun = new CancelRun(units, ports.conversations(), ports.runs(), engine, stage.clock);
        followRun = new FollowRun(units, ports.conversations(), ports.runs(), ports.log(), streams);
        getRuns = new GetRuns(units, ports.conversations(), ports.runs());
        leases = new RunLeases(
                units, ports.conversations(), ports.runs(), ports.log(), stage.ids, policy, engine, queue, stage.clock);
    }

    RunSubscription follow(RunId run, Position after) {
        return followRun.follow(stage.ada, stage.conversation.id(), run, after);
    }

    /** Beats until the node trusts that the leases of others have ended. */
    void beatSteadily() {
        leases.beat();
        stage.clock.advance(Duration.ofMinutes(2));
        leases.beat();
    }
}
