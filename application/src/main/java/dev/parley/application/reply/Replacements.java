package dev.parley.application.reply;

import dev.parley.application.assistant.ItemChange;
import dev.parley.domain.item.AssistantMessage;
import dev.parley.domain.item.ClientToolCall;
import dev.parley.domain.item.EndOfTurn;
import dev.parley.domain.item.GeneratedImage;
import dev.parley.domain.item.HiddenContext;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.Note;
import dev.parley.domain.item.OutputText;
import dev.parley.domain.item.StructuredInput;
import dev.parley.domain.item.TaskItem;
import dev.parley.domain.item.ToolCall;
import dev.parley.domain.item.UserMessage;
import dev.parley.domain.item.Widget;
import dev.parley.domain.item.Workflow;
import dev.parley.domain.item.WorkflowItem;
import dev.parley.domain.shared.Text;

/** Takes items that are to replace others: what assistants said and showed, never what users or tools did. */
public final class Replacements {

    private final CheckedJson json;

    /** Makes it from its port. */
    public Replacements(JsonTrees trees) {
        this.json = new CheckedJson(trees);
    }

    /** A change that makes a storable item. */
    public ItemChange storable(ItemChange change) {
        return new ItemChange(change.item(), before -> of(change.change().apply(before)));
    }

    /**
     * The item with storable text.
     *
     * @throws IllegalArgumentException if it may not be replaced, or holds what is no JSON
     */
    public Item of(Item item) {
        return switch (item) {
            case AssistantMessage message ->
                new AssistantMessage(
                        message.id(),
                        message.sequence(),
                        message.content().stream().map(Replacements::part).toList(),
                        message.createdAt());
            case Widget widget ->
                new Widget(
                        widget.id(),
                        widget.sequence(),
                        json.object("the widget", widget.widget()),
                        Storable.text(widget.copyText()),
                        widget.createdAt());
            case GeneratedImage image ->
                new GeneratedImage(
                        image.id(),
                        image.sequence(),
                        image.image() == null ? null : Storable.image(image.image()),
                        image.createdAt());
            case TaskItem task ->
                new TaskItem(task.id(), task.sequence(), Storable.task(task.task()), task.createdAt());
            case WorkflowItem work ->
                new WorkflowItem(work.id(), work.sequence(), workflow(work.workflow()), work.createdAt());
            case HiddenContext hidden ->
                new HiddenContext(
                        hidden.id(),
                        hidden.sequence(),
                        json.value("the hidden context", hidden.content()),
                        hidden.createdAt());
            case UserMessage other -> throw refused(other);
            case ToolCall other -> throw refused(other);
            case ClientToolCall other -> throw refused(other);
            case StructuredInput other -> throw refused(other);
            case EndOfTurn other -> throw refused(other);
            case Note other -> throw refused(other);
        };
    }

    private static OutputText part(OutputText part) {
        return new OutputText(
                Text.madeStorable(part.text()),
                part.annotations().stream().map(Storable::annotation).toList());
    }

    private static Workflow workflow(Workflow workflow) {
        Workflow.Summary summary = workflow.summary();
        return new Workflow(
                workflow.kind(),
                workflow.tasks().stream().map(Storable::task).toList(),
                summary == null ? null : Storable.summary(summary),
                workflow.expanded());
    }

    private static IllegalArgumentException refused(Item item) {
        return new IllegalArgumentException(
                "an item of the type " + item.getClass().getSimpleName() + " stays as it is");
    }
}
