package dev.parley.application.reply;

import dev.parley.application.assistant.OpenWorkflow;
import dev.parley.application.event.ItemUpdate;
import dev.parley.application.event.RunEvent;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.ItemId;
import dev.parley.domain.item.Workflow;
import dev.parley.domain.item.WorkflowItem;
import dev.parley.domain.item.WorkflowTask;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Work while it is shown. */
final class WorkflowStream implements OpenWorkflow, OpenItem {

    private final ReplyOutput replyOutput;
    private final ItemId id;
    private final Instant createdAt;
    private final Workflow.Kind kind;
    private final boolean expanded;
    private final List<WorkflowTask> tasks = new ArrayList<>();
    private boolean isDone;

    WorkflowStream(ReplyOutput replyOutput, Workflow.Kind kind, boolean expanded) {
        this.replyOutput = replyOutput;
        this.id = replyOutput.newId(ItemId.Prefix.WORKFLOW);
        this.createdAt = replyOutput.now();
        this.kind = kind;
        this.expanded = expanded;
        replyOutput.begin(item(null), this);
    }

    @Override
    public ItemId id() {
        return id;
    }

    @Override
    public int task(WorkflowTask task) {
        checkOpen();
        WorkflowTask storable = Storable.task(task);
        int index = tasks.size();
        replyOutput.update(id, new ItemUpdate.WorkflowTaskAdded(index, storable));
        tasks.add(storable);
        return index;
    }

    @Override
    public WorkflowStream update(int index, WorkflowTask task) {
        checkOpen();
        WorkflowTask storable = Storable.task(task);
        tasks.set(Objects.checkIndex(index, tasks.size()), storable);
        replyOutput.update(id, new ItemUpdate.WorkflowTaskUpdated(index, storable));
        return this;
    }

    @Override
    public void done() {
        done(null);
    }

    @Override
    public void done(Workflow.@Nullable Summary summary) {
        if (!isDone) {
            isDone = true;
            replyOutput.commit(item(summary == null ? null : Storable.summary(summary)));
        }
    }

    @Override
    public WorkflowItem cutShort(Consumer<RunEvent> events) {
        isDone = true;
        return item(null);
    }

    private WorkflowItem item(Workflow.@Nullable Summary summary) {
        return new WorkflowItem(id, Item.DRAFT, new Workflow(kind, tasks, summary, expanded), createdAt);
    }

    private void checkOpen() {
        replyOutput.check();
        if (isDone) {
            throw new IllegalStateException("the workflow " + id + " is done");
        }
    }
}
