package dev.parley.application.run;

import dev.parley.application.shared.FailureJournal;
import dev.parley.application.shared.StepFailed;
import dev.parley.application.tool.ToolBox;
import dev.parley.domain.run.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** One run from the assistant's first word to the committed end. */
final class RunWorker {

    private static final String STEP = "assistant";
    private static final RunEvent.Failed INTERRUPTED =
            new RunEvent.Failed("The answer was interrupted. What was said so far is kept; please ask again.", true);

    private final Run run;
    private final Turn turn;
    private final Assistant assistant;
    private final RunLedger ledger;
    private final RunStream stream;
    private final FailureJournal journal;
    private final Interruption interruption = new Interruption();
    private final RunReply reply;

    RunWorker(
            Run run,
            Turn turn,
            Assistant assistant,
            ToolBox tools,
            RunLedger ledger,
            RunStream stream,
            FailureJournal journal) {
        this.run = run;
        this.turn = turn;
        this.assistant = assistant;
        this.ledger = ledger;
        this.stream = stream;
        this.journal = journal;
        this.reply = new RunReply(run, turn, tools, ledger, stream, interruption);
    }

    /** Answers, commits and ends the stream, whatever happens. */
    void work() {
        try {
            StepFailed failure = answer();
            boolean ours = reply.endMessage() && finish(failure);
            conclude(failure, interruption.isStopped() || !ours);
        } catch (RuntimeException | Error e) {
            fail(e instanceof StepFailed step ? step : StepFailed.internal("run", e));
        }
    }

    /** Asks the assistant to stop. Never interrupts what writes to the database. */
    void stop() {
        interruption.stop();
    }

    boolean awaitEnd(Duration patience) throws InterruptedException {
        return stream.awaitEnd(patience);
    }

    /** Returns how the assistant failed, null where it did not. */
    private @Nullable StepFailed answer() {
        interruption.enter();
        try {
            assistant.answer(turn, reply);
            return null;
        } catch (StepFailed e) {
            return e;
        } catch (RuntimeException e) {
            return StepFailed.upstream(STEP, e);
        } finally {
            interruption.leave();
        }
    }

    private boolean finish(@Nullable StepFailed failure) {
        return ledger.finish(
                run, end(failure, interruption.isStopped()), turn.conversation().owner(), reply.usage());
    }

    private static BiFunction<Run, Instant, Run> end(@Nullable StepFailed failure, boolean stopped) {
        if (stopped) {
            return Run::interrupted;
        }
        return failure == null ? Run::completed : (running, now) -> running.failed(failure.code(), now);
    }

    private void conclude(@Nullable StepFailed failure, boolean cutOff) {
        if (cutOff) {
            stream.publish(INTERRUPTED);
            stream.end();
        } else if (failure != null) {
            fail(failure);
        } else {
            stream.end();
        }
    }

    private void fail(StepFailed failure) {
        journal.record(failure);
        stream.fail(failure, new RunEvent.Failed(failure.clientMessage(), true));
    }
}
