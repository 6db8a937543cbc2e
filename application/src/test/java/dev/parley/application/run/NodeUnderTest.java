package dev.parley.application.run;

import dev.parley.application.assistant.Assistant;
import dev.parley.application.event.RunStreams;
import dev.parley.application.event.RunSubscription;
import dev.parley.application.event.RunSubscription.Position;
import dev.parley.application.shared.ErrorReporter;
import dev.parley.application.shared.IdGenerator;
import dev.parley.application.shared.Secrets;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.testing.EchoTool;
import dev.parley.application.testing.UseCases;
import dev.parley.application.tool.ToolBox;
import dev.parley.domain.run.RunId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** All that a node has of the run engine. What a server does by the clock, a test calls. */
final class NodeUnderTest {

    final UseCases useCases;
    final RunStreams streams;
    final RunEngine engine;
    final RunLogFlusher writer;
    final SendMessage startRun;
    final StartThread startThread;
    final CancelRun cancelRun;
    final FollowRun followRun;
    final GetRuns getRuns;
    final RunLeases leases;
    private final Stage stage;

    NodeUnderTest(Stage stage, String name, Duration lease) {
        this.stage = stage;
        useCases = UseCases.over(stage.ports)
                .with(UnitOfWork.class, stage.unitOfWork)
                .with(IdGenerator.class, stage.ids)
                .with(InstantSource.class, stage.clock)
                .with(ErrorReporter.class, stage.errorReporter)
                .with(RunMeter.class, stage::measure)
                .with(Assistant.class, (turn, reply) -> stage.assistant.get().answer(turn, reply))
                .with(ToolBox.class, tools(stage))
                .with(RunPolicy.class, UseCases.runPolicy(name, lease));
        streams = useCases.get(RunStreams.class);
        engine = useCases.get(RunEngine.class);
        writer = useCases.get(RunLogFlusher.class);
        startRun = useCases.get(SendMessage.class);
        startThread = useCases.get(StartThread.class);
        cancelRun = useCases.get(CancelRun.class);
        followRun = useCases.get(FollowRun.class);
        getRuns = useCases.get(GetRuns.class);
        leases = useCases.get(RunLeases.class);
    }

    private static ToolBox tools(Stage stage) {
        return new ToolBox(
                List.of(() -> List.of(new EchoTool(), new BoxTool(stage.box))),
                (definition, arguments) ->
                        arguments.isEmpty() ? Optional.of("arguments must not be empty") : Optional.empty(),
                Stage.SOON,
                Secrets.NONE,
                (name, outcome, time) -> {});
    }

    RunSubscription follow(RunId run, Position after) {
        return followRun.follow(stage.ada, stage.conversation.id(), run, after);
    }

    /** Beats until the node trusts that the leases of others have ended. */
    void beatSteadily() {
        leases.renew();
        stage.clock.advance(Duration.ofMinutes(2));
        leases.renew();
    }
}
