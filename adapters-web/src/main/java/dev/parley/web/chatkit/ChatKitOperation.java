package dev.parley.web.chatkit;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.parley.application.run.IncomingMessage;
import dev.parley.application.thread.PerformAction.Act;
import dev.parley.application.thread.RateItems;
import dev.parley.domain.attachment.AttachmentId;
import dev.parley.domain.attachment.AttachmentName;
import dev.parley.domain.attachment.MimeType;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Title;
import dev.parley.domain.feedback.Rating;
import dev.parley.domain.item.ItemId;
import dev.parley.domain.item.Question.Answer;
import dev.parley.domain.shared.Json;
import dev.parley.domain.shared.PageOrder;
import dev.parley.web.request.Cursors;
import dev.parley.web.schema.Forms;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * An operation of the ChatKit protocol. Each has the name that {@code type} gives it, and a creator that reads and checks
 * its {@code params}.
 */
@JsonAutoDetect(getterVisibility = Visibility.NONE, fieldVisibility = Visibility.NONE)
sealed interface ChatKitOperation {

    /** The operations by their names. */
    Map<String, Class<?>> TYPES = Stream.of(JsonResponse.class, StreamResponse.class)
            .map(Class::getPermittedSubclasses)
            .flatMap(Stream::of)
            .collect(Collectors.toUnmodifiableMap(ChatKitOperation::name, Function.identity()));

    /** The name of an operation. */
    static String name(Class<?> operation) {
        return operation.getAnnotation(JsonTypeName.class).value();
    }

    /** Begins a run, whose events are the answer. */
    sealed interface StreamResponse extends ChatKitOperation {}

    /** Is done when its answer, which is JSON, is given. */
    sealed interface JsonResponse extends ChatKitOperation {

        /** Whether the answer holds messages of a thread. */
        default boolean readsHistory() {
            return this instanceof GetThread || this instanceof ListItems;
        }
    }

    @JsonTypeName("threads.create")
    record CreateThread(IncomingMessage message) implements StreamResponse {

        @JsonCreator
        static CreateThread of(
                @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @JsonProperty("input") @Nullable WireUserInput input) {
            return new CreateThread(Params.required("input", input).message("input"));
        }
    }

    @JsonTypeName("threads.add_user_message")
    record AddUserMessage(ConversationId thread, IncomingMessage message) implements StreamResponse {

        @JsonCreator
        static AddUserMessage of(
                @Schema(requiredMode = Schema.RequiredMode.REQUIRED, pattern = Forms.UUID)
                        @JsonProperty("thread_id")
                        @Nullable String thread,
                @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @JsonProperty("input") @Nullable WireUserInput input) {
            return new AddUserMessage(
                    Params.thread(thread), Params.required("input", input).message("input"));
        }
    }

    @JsonTypeName("threads.add_client_tool_output")
    record AddToolOutput(ConversationId thread, Json result) implements StreamResponse {

        @JsonCreator
        static AddToolOutput of(
                @Schema(requiredMode = Schema.RequiredMode.REQUIRED, pattern = Forms.UUID)
                        @JsonProperty("thread_id")
                        @Nullable String thread,
                @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @JsonProperty("result") @Nullable Json result) {
            return new AddToolOutput(Params.thread(thread), Params.required("result", result));
        }
    }

    /** The answers are null where the user does not want to answer. */
    @JsonTypeName("threads.add_structured_input")
    record AddStructuredInput(
            ConversationId thread, ItemId item, @Nullable Map<String, Answer> answers) implements StreamResponse {

        @JsonCreator
        static AddStructuredInput of(
                @Schema(requiredMode = Schema.RequiredMode.REQUIRED, pattern = Forms.UUID)
                        @JsonProperty("thread_id")
                        @Nullable String thread,
                @Schema(requiredMode = Schema.RequiredMode.REQUIRED, pattern = Forms.ITEM_ID)
                        @JsonProperty("item_id")
                        @Nullable String item,
                @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @JsonProperty("input") @Nullable WireAnswers input) {
            return new AddStructuredInput(
                    Params.thread(thread),
                    Params.item("item_id", item),
                    Params.required("input", input).answers("input"));
        }
    }

    @JsonTypeName("threads.retry_after_item")
    record Retry(ConversationId thread, ItemId item) implements StreamResponse {

        @JsonCreator
        static Retry of(
                @Schema(requiredMode = Schema.RequiredMode.REQUIRED, pattern = Forms.UUID)
                        @JsonProperty("thread_id")
                        @Nullable String thread,
                @Schema(requiredMode = Schema.RequiredMode.REQUIRED, pattern = Forms.ITEM_ID)
                        @JsonProperty("item_id")
                        @Nullable String item) {
            return new Retry(Params.thread(thread), Params.item("item_id", item));
        }
    }

    /** The widget is null where the action is on none. */
    @JsonTypeName("threads.custom_action")
    record Perform(ConversationId thread, @Nullable ItemId widget, Act act) implements StreamResponse {

        @JsonCreator
        static Perform of(
                @Schema(requiredMode = Schema.RequiredMode.REQUIRED, pattern = Forms.UUID)
                        @JsonProperty("thread_id")
                        @Nullable String thread,
                @Schema(pattern = Forms.ITEM_ID_OR_NONE) @JsonProperty("item_id") @Nullable String widget,
                @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @JsonProperty("action") @Nullable WireAction action) {
            return new Perform(
                    Params.thread(thread),
                    Params.widget(widget),
                    Params.required("action", action).act("action"));
        }
    }

    /** The widget is null where the action is on none. */
    @JsonTypeName("threads.sync_custom_action")
    record PerformAtOnce(ConversationId thread, @Nullable ItemId widget, Act act) implements JsonResponse {

        @JsonCreator
        static PerformAtOnce of(
                @Schema(requiredMode = Schema.RequiredMode.REQUIRED, pattern = Forms.UUID)
                        @JsonProperty("thread_id")
                        @Nullable String thread,
                @Schema(pattern = Forms.ITEM_ID_OR_NONE) @JsonProperty("item_id") @Nullable String widget,
                @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @JsonProperty("action") @Nullable WireAction action) {
            return new PerformAtOnce(
                    Params.thread(thread),
                    Params.widget(widget),
                    Params.required("action", action).act("action"));
        }
    }

    @JsonTypeName("threads.get_by_id")
    record GetThread(ConversationId thread) implements JsonResponse {

        @JsonCreator
        static GetThread of(
                @Schema(requiredMode = Schema.RequiredMode.REQUIRED, pattern = Forms.UUID)
                        @JsonProperty("thread_id")
                        @Nullable String thread) {
            return new GetThread(Params.thread(thread));
        }
    }

    /** The first page where after is null. */
    @JsonTypeName("threads.list")
    record ListThreads(PageOrder order, int limit, @Nullable ConversationId after) implements JsonResponse {

        @JsonCreator
        static ListThreads of(
                @Schema(allowableValues = {"asc", "desc"}) @JsonProperty("order") @Nullable String order,
                @Schema(minimum = "0") @JsonProperty("limit") @Nullable Integer limit,
                @Schema(pattern = Forms.UUID) @JsonProperty("after") @Nullable String after) {
            return new ListThreads(
                    Params.order(order), Params.limit(limit), Cursors.id("after", after, ConversationId::new));
        }
    }

    @JsonTypeName("threads.update")
    record UpdateThread(ConversationId thread, Title title) implements JsonResponse {

        @JsonCreator
        static UpdateThread of(
                @Schema(requiredMode = Schema.RequiredMode.REQUIRED, pattern = Forms.UUID)
                        @JsonProperty("thread_id")
                        @Nullable String thread,
                @Schema(requiredMode = Schema.RequiredMode.REQUIRED, pattern = Forms.TITLE, maxLength = 200)
                        @JsonProperty("title")
                        @Nullable String title) {
            return new UpdateThread(Params.thread(thread), Title.of(Params.required("title", title)));
        }
    }

    @JsonTypeName("threads.delete")
    record DeleteThread(ConversationId thread) implements JsonResponse {

        @JsonCreator
        static DeleteThread of(
                @Schema(requiredMode = Schema.RequiredMode.REQUIRED, pattern = Forms.UUID)
                        @JsonProperty("thread_id")
                        @Nullable String thread) {
            return new DeleteThread(Params.thread(thread));
        }
    }

    /** The first page where after is null. */
    @JsonTypeName("items.list")
    record ListItems(
            ConversationId thread,
            PageOrder order,
            int limit,
            @Nullable ItemId after) implements JsonResponse {

        @JsonCreator
        static ListItems of(
                @Schema(requiredMode = Schema.RequiredMode.REQUIRED, pattern = Forms.UUID)
                        @JsonProperty("thread_id")
                        @Nullable String thread,
                @Schema(allowableValues = {"asc", "desc"}) @JsonProperty("order") @Nullable String order,
                @Schema(minimum = "0") @JsonProperty("limit") @Nullable Integer limit,
                @Schema(pattern = Forms.ITEM_ID) @JsonProperty("after") @Nullable String after) {
            return new ListItems(
                    Params.thread(thread), Params.order(order), Params.limit(limit), Cursors.item("after", after));
        }
    }

    @JsonTypeName("items.feedback")
    record Rate(ConversationId thread, Set<ItemId> items, Rating rating) implements JsonResponse {

        @JsonCreator
        static Rate of(
                @Schema(requiredMode = Schema.RequiredMode.REQUIRED, pattern = Forms.UUID)
                        @JsonProperty("thread_id")
                        @Nullable String thread,
                @Schema(requiredMode = Schema.RequiredMode.REQUIRED, pattern = Forms.ITEM_ID)
                        @JsonProperty("item_ids")
                        @Nullable List<@Nullable String> ids,
                @Schema(
                                requiredMode = Schema.RequiredMode.REQUIRED,
                                allowableValues = {"positive", "negative"})
                        @JsonProperty("kind")
                        @Nullable String kind) {
            List<ItemId> items =
                    Params.each("item_ids", Params.required("item_ids", ids), RateItems.MAXIMUM_ITEMS, Params::item);
            return new Rate(Params.thread(thread), new LinkedHashSet<>(items), Params.rating(kind));
        }
    }

    /** The size is in bytes. */
    @JsonTypeName("attachments.create")
    record CreateFile(AttachmentName name, MimeType type, long size) implements JsonResponse {

        @JsonCreator
        static CreateFile of(
                @Schema(requiredMode = Schema.RequiredMode.REQUIRED, pattern = Forms.FILE_NAME, maxLength = 255)
                        @JsonProperty("name")
                        @Nullable String name,
                @Schema(requiredMode = Schema.RequiredMode.REQUIRED, pattern = Forms.MEDIA_TYPE, maxLength = 100)
                        @JsonProperty("mime_type")
                        @Nullable String type,
                @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minimum = "1") @JsonProperty("size") @Nullable Long size) {
            return new CreateFile(
                    AttachmentName.of(Params.required("name", name)),
                    Params.fileType(type),
                    Params.required("size", size));
        }
    }

    @JsonTypeName("attachments.delete")
    record DeleteFile(AttachmentId attachment) implements JsonResponse {

        @JsonCreator
        static DeleteFile of(
                @Schema(requiredMode = Schema.RequiredMode.REQUIRED, pattern = Forms.ATTACHMENT_ID)
                        @JsonProperty("attachment_id")
                        @Nullable String attachment) {
            return new DeleteFile(AttachmentId.of(Params.required("attachment_id", attachment)));
        }
    }

    @JsonTypeName("input.transcribe")
    record Transcribe(Recording recording) implements JsonResponse {

        @JsonCreator
        static Transcribe of(
                @Schema(requiredMode = Schema.RequiredMode.REQUIRED, pattern = Forms.BASE64)
                        @JsonProperty("audio_base64")
                        @JsonDeserialize(using = Base64Audio.class)
                        @Nullable Bytes audio,
                @Schema(requiredMode = Schema.RequiredMode.REQUIRED, pattern = Forms.RECORDING)
                        @JsonProperty("mime_type")
                        @Nullable String type) {
            return new Transcribe(
                    new Recording(Params.required("audio_base64", audio), Params.required("mime_type", type)));
        }
    }
}
