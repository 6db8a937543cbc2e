package dev.parley.web.item;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.application.event.ItemUpdate;
import dev.parley.domain.shared.Json;
import dev.parley.web.schema.Values;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What changed in an item that is not complete yet. */
@Schema(name = "ItemUpdate")
public sealed interface WireUpdate {

    /** The update as the protocol has it. */
    static WireUpdate of(ItemUpdate update) {
        return switch (update) {
            case ItemUpdate.TextDelta delta ->
                new TextDelta("assistant_message.content_part.text_delta", delta.contentIndex(), delta.delta());
            case ItemUpdate.PartAdded added ->
                new Part("assistant_message.content_part.added", added.contentIndex(), WireContent.of(added.content()));
            case ItemUpdate.AnnotationAdded added ->
                new AnnotationAdded(
                        "assistant_message.content_part.annotation_added",
                        added.contentIndex(),
                        added.annotationIndex(),
                        WireAnnotation.of(added.annotation()));
            case ItemUpdate.PartDone done ->
                new Part("assistant_message.content_part.done", done.contentIndex(), WireContent.of(done.content()));
            case ItemUpdate.WidgetTextDelta delta ->
                new WidgetTextDelta(
                        "widget.streaming_text.value_delta", delta.componentId(), delta.delta(), delta.done());
            case ItemUpdate.WidgetComponentUpdated updated ->
                new WidgetComponent("widget.component.updated", updated.componentId(), updated.component());
            case ItemUpdate.WidgetRootUpdated updated -> new WidgetRoot("widget.root.updated", updated.widget());
            case ItemUpdate.WorkflowTaskAdded added ->
                new Task("workflow.task.added", added.taskIndex(), WireTask.of(added.task()));
            case ItemUpdate.WorkflowTaskUpdated updated ->
                new Task("workflow.task.updated", updated.taskIndex(), WireTask.of(updated.task()));
            case ItemUpdate.ImageUpdated updated ->
                new Image("generated_image.updated", WireImage.of(updated.image()), updated.progress());
        };
    }

    /** Text was said. */
    @Schema(name = "TextDeltaUpdate")
    record TextDelta(
            @Values("assistant_message.content_part.text_delta")
            String type,

            @JsonProperty("content_index") int contentIndex,
            String delta)
            implements WireUpdate {}

    /** A part was opened, or is complete. */
    @Schema(name = "ContentPartUpdate")
    record Part(
            @Values({"assistant_message.content_part.added", "assistant_message.content_part.done"})
            String type,

            @JsonProperty("content_index") int contentIndex,
            WireContent content)
            implements WireUpdate {}

    /** A source was named. */
    @Schema(name = "AnnotationAddedUpdate")
    record AnnotationAdded(
            @Values("assistant_message.content_part.annotation_added")
            String type,

            @JsonProperty("content_index") int contentIndex,
            @JsonProperty("annotation_index") int annotationIndex,
            WireAnnotation annotation)
            implements WireUpdate {}

    /** Text of a widget grew. */
    @Schema(name = "WidgetTextUpdate")
    record WidgetTextDelta(
            @Values("widget.streaming_text.value_delta") String type,
            @JsonProperty("component_id") String componentId,
            String delta,
            boolean done)
            implements WireUpdate {}

    /** A component of a widget changed. */
    @Schema(name = "WidgetComponentUpdate")
    record WidgetComponent(
            @Values("widget.component.updated") String type,
            @JsonProperty("component_id") String componentId,
            @Schema(type = "object") Json component)
            implements WireUpdate {}

    /** A widget changed as a whole. */
    @Schema(name = "WidgetRootUpdate")
    record WidgetRoot(
            @Values("widget.root.updated") String type,
            @Schema(type = "object") Json widget) implements WireUpdate {}

    /** A workflow has one more step, or a step of it changed. */
    @Schema(name = "WorkflowTaskUpdate")
    record Task(
            @Values({"workflow.task.added", "workflow.task.updated"})
            String type,

            @JsonProperty("task_index") int taskIndex,
            WireTask task)
            implements WireUpdate {}

    /** An image can be seen better. */
    @Schema(name = "GeneratedImageUpdate")
    record Image(
            @Values("generated_image.updated") String type,
            WireImage image,
            @Nullable Double progress) implements WireUpdate {}
}
