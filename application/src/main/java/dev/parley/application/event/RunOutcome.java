package dev.parley.application.event;

import dev.parley.application.shared.SystemFailure;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.ItemId;
import dev.parley.domain.item.Note;
import dev.parley.domain.run.Run;
import dev.parley.domain.run.RunError;
import dev.parley.domain.run.TurnEnd;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** How a run ends, and what is told of it. */
public sealed interface RunOutcome {

    /** The last word on a run whose node is gone. */
    RunEvent.Failed CUT_OFF = new RunEvent.Failed(RunError.RUN_INTERRUPTED.english(), true);

    /** The last word on a run whose thread is gone. */
    RunEvent.Failed DELETED = new RunEvent.Failed(true, RunError.THREAD_DELETED.english(), false);

    /** The ended run. */
    Run of(Run running, Instant now);

    /** The last events. */
    List<RunEvent> last();

    /** What the assistant is to know the next time; null for nothing. */
    default @Nullable Note note() {
        return null;
    }

    /** The same, as a function. */
    default BiFunction<Run, Instant, Run> asFunction() {
        return this::of;
    }

    /**
     * The assistant has said all.
     *
     * @param turnEnd why the model's last turn ended; null where it does not say
     */
    record Completed(@Nullable TurnEnd turnEnd) implements RunOutcome {

        @Override
        public Run of(Run running, Instant now) {
            return running.completed(turnEnd, now);
        }

        @Override
        public List<RunEvent> last() {
            return List.of();
        }
    }

    /** Something broke. */
    record Failed(SystemFailure cause) implements RunOutcome {

        @Override
        public Run of(Run running, Instant now) {
            return running.failed(cause.code(), now);
        }

        @Override
        public List<RunEvent> last() {
            return List.of(new RunEvent.Failed(cause.words().toString(), true));
        }
    }

    /** The user wants no more. */
    record Cancelled(Note note) implements RunOutcome {

        private static final String NOTE =
                "The user stopped the assistant's last answer. Do not go on with it unless the user asks for it.";

        public Cancelled(ItemId noteId, Instant now) {
            this(new Note(noteId, Item.DRAFT, NOTE, now));
        }

        @Override
        public Run of(Run running, Instant now) {
            return running.cancelled(now);
        }

        @Override
        public List<RunEvent> last() {
            return List.of();
        }
    }

    /** The node stops. */
    record Interrupted() implements RunOutcome {

        @Override
        public Run of(Run running, Instant now) {
            return running.interrupted(now);
        }

        @Override
        public List<RunEvent> last() {
            return List.of(CUT_OFF);
        }
    }
}
