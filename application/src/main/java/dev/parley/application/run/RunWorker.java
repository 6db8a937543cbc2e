package dev.parley.application.run;

import dev.parley.application.shared.FailureJournal;
import dev.parley.application.shared.StepFailed;
import dev.parley.domain.conversation.Item;
import dev.parley.domain.conversation.ItemId;
import dev.parley.domain.run.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
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
    private final MessageReply reply;
    private @Nullable Thread answering;
    private volatile boolean stopped;

    RunWorker(Run run, Turn turn, Assistant assistant, RunLedger ledger, RunStream stream, FailureJournal journal) {
        this.run = run;
        this.turn = turn;
        this.assistant = assistant;
        this.ledger = ledger;
        this.stream = stream;
        this.journal = journal;
        this.reply = new MessageReply(ledger, stream);
    }

    /** Answers, commits and ends the stream, whatever happens. */
    void work() {
        try {
            StepFailed failure = answer();
            boolean ours = commitMessage() && finish(failure);
            conclude(failure, stopped || !ours);
        } catch (RuntimeException | Error e) {
            fail(e instanceof StepFailed step ? step : StepFailed.internal("run", e));
        }
    }

    /** Asks the assistant to stop. Never interrupts what comes after it, which writes to the database. */
    synchronized void stop() {
        stopped = true;
        if (answering != null) {
            answering.interrupt();
        }
    }

    boolean awaitEnd(Duration patience) throws InterruptedException {
        return stream.awaitEnd(patience);
    }

    /** Returns how the assistant failed, null where it did not. */
    private @Nullable StepFailed answer() {
        beginAnswer();
        try {
            assistant.answer(turn, reply);
            return null;
        } catch (StepFailed e) {
            return e;
        } catch (RuntimeException e) {
            return StepFailed.upstream(STEP, e);
        } finally {
            endAnswer();
        }
    }

    private synchronized void beginAnswer() {
        answering = Thread.currentThread();
        if (stopped) {
            answering.interrupt();
        }
    }

    private synchronized void endAnswer() {
        answering = null;
        stopped |= Thread.interrupted();
    }

    private boolean commitMessage() {
        ItemId id = reply.id();
        if (id == null) {
            return true;
        }
        String text = reply.text();
        Optional<Item> item = ledger.commitMessage(run, id, text, reply.createdAt());
        item.ifPresent(stored -> {
            stream.publish(new RunEvent.ContentPartDone(id, 0, text));
            stream.publish(new RunEvent.ItemDone(stored));
        });
        return item.isPresent();
    }

    private boolean finish(@Nullable StepFailed failure) {
        return ledger.finish(run, end(failure, stopped));
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
