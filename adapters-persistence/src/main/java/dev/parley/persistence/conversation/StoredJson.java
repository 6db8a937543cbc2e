package dev.parley.persistence.conversation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.Nulls;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.item.Annotation;
import dev.parley.domain.item.InputTag;
import dev.parley.domain.item.InputText;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.ItemId;
import dev.parley.domain.item.OutputText;
import dev.parley.domain.item.Question;
import dev.parley.domain.item.Source;
import dev.parley.domain.item.UserContent;
import dev.parley.domain.item.Workflow;
import dev.parley.domain.item.WorkflowTask;
import dev.parley.domain.shared.Json;
import java.util.List;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How values of conversations stand in stored JSON: the components of their records under their own names, with a
 * {@code type} where there are several forms, and without what is null. JSON that means nothing to Parley is a string
 * there, which keeps it to the byte. A component that is renamed, and one that old rows lack, needs a word here.
 */
public final class StoredJson {

    /** Writes and reads stored JSON. */
    public static final JsonMapper MAPPER = JsonMapper.builder()
            .annotationIntrospector(new NonNullComponents())
            .changeDefaultPropertyInclusion(included -> included.withValueInclusion(JsonInclude.Include.NON_NULL))
            .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .addMixIn(Json.class, JsonForm.class)
            .addMixIn(ItemId.class, ItemIdForm.class)
            .addMixIn(Item.class, ItemForm.class)
            .addMixIn(Conversation.class, ConversationForm.class)
            .addMixIn(UserContent.class, UserContentForm.class)
            .addMixIn(OutputText.class, OutputTextForm.class)
            .addMixIn(Source.class, SourceForm.class)
            .addMixIn(WorkflowTask.class, WorkflowTaskForm.class)
            .addMixIn(Workflow.Summary.class, SummaryForm.class)
            .addMixIn(Question.class, QuestionForm.class)
            .build();

    private StoredJson() {}

    @SuppressWarnings("UnusedVariable") // Jackson reads the signature alone.
    private abstract static class JsonForm {

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        JsonForm(String text) {}

        @JsonValue
        abstract String text();
    }

    @SuppressWarnings("UnusedVariable") // Jackson reads the signature alone.
    private abstract static class ItemIdForm {

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        ItemIdForm(String value) {}

        @JsonValue
        abstract String value();
    }

    @JsonSerialize(converter = StoredItem.OfItem.class)
    @JsonDeserialize(converter = StoredItem.ToItem.class)
    private interface ItemForm {}

    @JsonSerialize(converter = StoredConversation.OfConversation.class)
    @JsonDeserialize(converter = StoredConversation.ToConversation.class)
    private interface ConversationForm {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = InputText.class, name = "input_text"),
        @JsonSubTypes.Type(value = InputTag.class, name = "input_tag")
    })
    private interface UserContentForm {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonTypeName("output_text")
    private interface OutputTextForm {

        /** Not in rows of before there were any. */
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        List<Annotation> annotations();
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Source.Url.class, name = "url"),
        @JsonSubTypes.Type(value = Source.File.class, name = "file"),
        @JsonSubTypes.Type(value = Source.Entity.class, name = "entity")
    })
    private interface SourceForm {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = WorkflowTask.Custom.class, name = "custom"),
        @JsonSubTypes.Type(value = WorkflowTask.WebSearch.class, name = "web_search"),
        @JsonSubTypes.Type(value = WorkflowTask.Thought.class, name = "thought"),
        @JsonSubTypes.Type(value = WorkflowTask.Files.class, name = "file"),
        @JsonSubTypes.Type(value = WorkflowTask.Image.class, name = "image")
    })
    private interface WorkflowTaskForm {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Workflow.Titled.class, name = "titled"),
        @JsonSubTypes.Type(value = Workflow.Lasted.class, name = "lasted")
    })
    private interface SummaryForm {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Question.MultipleChoice.class, name = "multiple_choice"),
        @JsonSubTypes.Type(value = Question.Freeform.class, name = "freeform")
    })
    private interface QuestionForm {}
}
