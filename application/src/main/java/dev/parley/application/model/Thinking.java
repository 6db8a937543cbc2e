package dev.parley.application.model;

import static dev.parley.domain.item.WorkflowTask.StatusIndicator.COMPLETE;
import static dev.parley.domain.item.WorkflowTask.StatusIndicator.LOADING;

import dev.parley.application.assistant.OpenWorkflow;
import dev.parley.application.assistant.Reply;
import dev.parley.domain.item.Workflow;
import dev.parley.domain.item.WorkflowTask;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * What a model thinks in an answer, shown as work that takes a while: a workflow each time that it begins to think. An update
 * tells the whole thought again, so it waits until the thought has grown by a quarter: all updates together are then no more
 * than five times as long as the thought.
 */
final class Thinking {

    /** The most UTF-16 units of all thoughts of an answer; what comes behind is not shown. */
    static final int MAXIMUM_LENGTH = 256 * 1024;

    private static final int LEAST_GROWTH = 100;

    private final Reply reply;
    private final InstantSource clock;
    private int room = MAXIMUM_LENGTH;
    private @Nullable OpenThought current;

    Thinking(Reply reply, InstantSource clock) {
        this.reply = reply;
        this.clock = clock;
    }

    void think(String delta) {
        String more = delta.substring(0, Math.min(delta.length(), room));
        if (more.isEmpty()) {
            return;
        }
        room -= more.length();
        OpenThought shown = current;
        if (shown == null) {
            current = new OpenThought(reply, more, clock.instant());
        } else {
            shown.grow(more);
        }
    }

    /** The model does something else, or nothing any more. */
    void end() {
        OpenThought shown = current;
        if (shown != null) {
            current = null;
            shown.done(clock.instant());
        }
    }

    /** A thought that is being shown. */
    private static final class OpenThought {

        private final StringBuilder thought;
        private final Instant begun;
        private final OpenWorkflow workflow;
        private final int task;
        private int told;

        OpenThought(Reply reply, String thought, Instant begun) {
            this.thought = new StringBuilder(thought);
            this.begun = begun;
            this.workflow = reply.workflow(Workflow.Kind.REASONING, false);
            this.task = workflow.task(task(LOADING));
            this.told = thought.length();
        }

        void grow(String more) {
            thought.append(more);
            if (thought.length() - told >= Math.max(LEAST_GROWTH, told / 4)) {
                update(LOADING);
                told = thought.length();
            }
        }

        void done(Instant now) {
            update(COMPLETE);
            workflow.done(
                    new Workflow.Lasted(Math.max(0, Duration.between(begun, now).toSeconds())));
        }

        private void update(WorkflowTask.StatusIndicator status) {
            OpenWorkflow unused = workflow.update(task, task(status));
        }

        private WorkflowTask task(WorkflowTask.StatusIndicator status) {
            return new WorkflowTask.Thought(status, null, thought.toString());
        }
    }
}
