package dev.parley.application.run;

import dev.parley.application.assistant.Assistant;
import dev.parley.application.assistant.Turn;
import dev.parley.application.event.RunEvent;
import dev.parley.application.event.RunOutcome;
import dev.parley.application.event.RunStream;
import dev.parley.application.reply.CancellationToken;
import dev.parley.application.reply.CancellationToken.Reason;
import dev.parley.application.reply.JsonTrees;
import dev.parley.application.reply.RunReply;
import dev.parley.application.reply.RunTransactions;
import dev.parley.application.shared.ErrorReporter;
import dev.parley.application.shared.SystemFailure;
import dev.parley.application.tool.ToolBox;
import dev.parley.domain.item.ItemId;
import dev.parley.domain.run.Run;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One run from the assistant's first word to the committed end. */
final class RunWorker {

    private static final String STEP = "assistant";

    private final Run run;
    private final Turn turn;
    private final Assistant assistant;
    private final RunTransactions transactions;
    private final RunStream stream;
    private final ErrorReporter errorReporter;
    private final RunMeter meter;
    private final long begin = System.nanoTime();
    private final CancellationToken cancellationToken = new CancellationToken();
    private final RunReply reply;

    RunWorker(
            Run run,
            Turn turn,
            Assistant assistant,
            ToolBox tools,
            JsonTrees trees,
            RunTransactions transactions,
            RunStream stream,
            ErrorReporter errorReporter,
            RunMeter meter) {
        this.run = run;
        this.turn = turn;
        this.assistant = assistant;
        this.transactions = transactions;
        this.stream = stream;
        this.errorReporter = errorReporter;
        this.meter = meter;
        this.reply = new RunReply(run, turn, tools, trees, transactions, stream, cancellationToken);
    }

    /** Answers, commits and ends the stream, whatever happens. */
    void work() {
        try {
            SystemFailure failure = answer();
            if (reply.close(failure == null && cancellationToken.reason() == null)) {
                end(end(failure));
            } else {
                stream.lose();
            }
        } catch (RuntimeException | Error e) {
            breakOff(e instanceof SystemFailure step ? step : SystemFailure.internal("run", e));
        }
    }

    /** Asks the assistant to stop. Never interrupts what writes to the database. */
    void stop(Reason reason) {
        cancellationToken.stop(reason);
    }

    /** Returns how the assistant failed, null where it did not. */
    private @Nullable SystemFailure answer() {
        cancellationToken.enter();
        try {
            assistant.answer(turn, reply);
            return null;
        } catch (SystemFailure e) {
            return e;
        } catch (RuntimeException e) {
            return SystemFailure.upstream(STEP, e);
        } finally {
            cancellationToken.leave();
        }
    }

    private RunOutcome end(@Nullable SystemFailure failure) {
        Reason reason = cancellationToken.reason();
        if (reason == Reason.CANCELLED) {
            return new RunOutcome.Cancelled(transactions.newId(ItemId.Prefix.HIDDEN), transactions.now());
        }
        if (reason == Reason.NODE_STOPS) {
            return new RunOutcome.Interrupted();
        }
        return failure == null ? new RunOutcome.Completed(reply.turnEnd()) : new RunOutcome.Failed(failure);
    }

    private void end(RunOutcome end) {
        boolean ours = transactions.finish(
                run, stream, end.asFunction(), turn.conversation().owner(), reply.usage(), end.note(), end.last());
        if (!ours) {
            stream.lose();
            return;
        }
        Duration time = Duration.ofNanos(System.nanoTime() - begin);
        meter.ended(end.of(run, transactions.now()).status(), time, reply.firstToken());
        if (end instanceof RunOutcome.Failed failed) {
            errorReporter.record(failed.cause());
            stream.failed(failed.cause());
        } else {
            stream.end();
        }
    }

    /** The end cannot be written; when the lease has ended, it will be by whoever takes the run over. */
    private void breakOff(SystemFailure failure) {
        errorReporter.record(failure);
        stream.fail(failure, new RunEvent.Failed(failure.words().toString(), true));
    }
}
