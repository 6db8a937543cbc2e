package dev.parley.application.run;

import dev.parley.application.assistant.Assistant;
import dev.parley.application.assistant.Turn;
import dev.parley.application.event.RunEnd;
import dev.parley.application.event.RunEvent;
import dev.parley.application.event.RunStream;
import dev.parley.application.reply.Interruption;
import dev.parley.application.reply.Interruption.Reason;
import dev.parley.application.reply.JsonTrees;
import dev.parley.application.reply.RunLedger;
import dev.parley.application.reply.RunReply;
import dev.parley.application.shared.FailureJournal;
import dev.parley.application.shared.StepFailed;
import dev.parley.application.tool.ToolBox;
import dev.parley.domain.item.ItemId;
import dev.parley.domain.run.Run;
import org.jspecify.annotations.Nullable;

/** One run from the assistant's first word to the committed end. */
final class RunWorker {

    private static final String STEP = "assistant";

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
            JsonTrees trees,
            RunLedger ledger,
            RunStream stream,
            FailureJournal journal) {
        this.run = run;
        this.turn = turn;
        this.assistant = assistant;
        this.ledger = ledger;
        this.stream = stream;
        this.journal = journal;
        this.reply = new RunReply(run, turn, tools, trees, ledger, stream, interruption);
    }

    /** Answers, commits and ends the stream, whatever happens. */
    void work() {
        try {
            StepFailed failure = answer();
            if (reply.close(failure == null && interruption.reason() == null)) {
                end(end(failure));
            } else {
                stream.lose();
            }
        } catch (RuntimeException | Error e) {
            breakOff(e instanceof StepFailed step ? step : StepFailed.internal("run", e));
        }
    }

    /** Asks the assistant to stop. Never interrupts what writes to the database. */
    void stop(Reason reason) {
        interruption.stop(reason);
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

    private RunEnd end(@Nullable StepFailed failure) {
        Reason reason = interruption.reason();
        if (reason == Reason.CANCELLED) {
            return new RunEnd.Cancelled(ledger.newId(ItemId.Prefix.HIDDEN), ledger.now());
        }
        if (reason == Reason.NODE_STOPS) {
            return new RunEnd.Interrupted();
        }
        return failure == null ? new RunEnd.Completed() : new RunEnd.Failed(failure);
    }

    private void end(RunEnd end) {
        boolean ours = ledger.finish(
                run, stream, end.asFunction(), turn.conversation().owner(), reply.usage(), end.note(), end.last());
        if (!ours) {
            stream.lose();
        } else if (end instanceof RunEnd.Failed failed) {
            journal.record(failed.cause());
            stream.failed(failed.cause());
        } else {
            stream.end();
        }
    }

    /** The end cannot be written; when the lease has ended, it will be by whoever takes the run over. */
    private void breakOff(StepFailed failure) {
        journal.record(failure);
        stream.fail(failure, new RunEvent.Failed(failure.words().toString(), true));
    }
}
