package dev.parley.persistence.run;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.parley.application.event.ItemUpdate;
import dev.parley.application.event.RunEvent;
import dev.parley.persistence.conversation.StoredJson;
import tools.jackson.databind.json.JsonMapper;

/** The forms of a run's events in stored JSON, by the rules of {@link StoredJson}. */
final class RunEventForms {

    static final JsonMapper MAPPER = StoredJson.MAPPER
            .rebuild()
            .addMixIn(RunEvent.class, EventForm.class)
            .addMixIn(ItemUpdate.class, UpdateForm.class)
            .build();

    private RunEventForms() {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = RunEvent.StreamOptions.class, name = "options"),
        @JsonSubTypes.Type(value = RunEvent.ThreadCreated.class, name = "thread_created"),
        @JsonSubTypes.Type(value = RunEvent.ThreadUpdated.class, name = "thread_updated"),
        @JsonSubTypes.Type(value = RunEvent.ItemAdded.class, name = "added"),
        @JsonSubTypes.Type(value = RunEvent.ItemUpdated.class, name = "updated"),
        @JsonSubTypes.Type(value = RunEvent.ItemDone.class, name = "done"),
        @JsonSubTypes.Type(value = RunEvent.ItemReplaced.class, name = "replaced"),
        @JsonSubTypes.Type(value = RunEvent.ItemRemoved.class, name = "removed"),
        @JsonSubTypes.Type(value = RunEvent.HiddenItemRemoved.class, name = "hidden_removed"),
        @JsonSubTypes.Type(value = RunEvent.Progress.class, name = "progress"),
        @JsonSubTypes.Type(value = RunEvent.ClientEffect.class, name = "effect"),
        @JsonSubTypes.Type(value = RunEvent.Notice.class, name = "notice"),
        @JsonSubTypes.Type(value = RunEvent.Failed.class, name = "failed")
    })
    private interface EventForm {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = ItemUpdate.PartAdded.class, name = "part_added"),
        @JsonSubTypes.Type(value = ItemUpdate.TextDelta.class, name = "text"),
        @JsonSubTypes.Type(value = ItemUpdate.AnnotationAdded.class, name = "annotation"),
        @JsonSubTypes.Type(value = ItemUpdate.PartDone.class, name = "part_done"),
        @JsonSubTypes.Type(value = ItemUpdate.WidgetTextDelta.class, name = "widget_text"),
        @JsonSubTypes.Type(value = ItemUpdate.WidgetComponentUpdated.class, name = "widget_component"),
        @JsonSubTypes.Type(value = ItemUpdate.WidgetRootUpdated.class, name = "widget_root"),
        @JsonSubTypes.Type(value = ItemUpdate.WorkflowTaskAdded.class, name = "task_added"),
        @JsonSubTypes.Type(value = ItemUpdate.WorkflowTaskUpdated.class, name = "task_updated"),
        @JsonSubTypes.Type(value = ItemUpdate.ImageUpdated.class, name = "image")
    })
    private interface UpdateForm {}
}
