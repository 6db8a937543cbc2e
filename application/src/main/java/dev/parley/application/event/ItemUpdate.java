package dev.parley.application.event;

import dev.parley.domain.item.Annotation;
import dev.parley.domain.item.GeneratedImage;
import dev.parley.domain.item.OutputText;
import dev.parley.domain.item.WorkflowTask;
import dev.parley.domain.shared.Json;
import org.jspecify.annotations.Nullable;

/** How an item that was begun goes on. Nothing of it is stored before the item is done. */
public sealed interface ItemUpdate {

    /** A part of an assistant's message was opened. */
    record PartAdded(int contentIndex, OutputText content) implements ItemUpdate {}

    /** Text was said. */
    record TextDelta(int contentIndex, String delta) implements ItemUpdate {}

    /** A source was named. */
    record AnnotationAdded(int contentIndex, int annotationIndex, Annotation annotation) implements ItemUpdate {}

    /** A part is complete. */
    record PartDone(int contentIndex, OutputText content) implements ItemUpdate {}

    /**
     * Text of a widget grew.
     *
     * @param componentId which text
     * @param done whether it is complete
     */
    record WidgetTextDelta(String componentId, String delta, boolean done) implements ItemUpdate {}

    /** A component of a widget changed. */
    record WidgetComponentUpdated(String componentId, Json component) implements ItemUpdate {}

    /** A widget changed as a whole. */
    record WidgetRootUpdated(Json widget) implements ItemUpdate {}

    /** A workflow has one more step. */
    record WorkflowTaskAdded(int taskIndex, WorkflowTask task) implements ItemUpdate {}

    /** A step of a workflow changed. */
    record WorkflowTaskUpdated(int taskIndex, WorkflowTask task) implements ItemUpdate {}

    /**
     * An image can be seen better.
     *
     * @param progress from 0 to 1; null where that is not known
     */
    record ImageUpdated(
            GeneratedImage.Image image, @Nullable Double progress) implements ItemUpdate {}
}
