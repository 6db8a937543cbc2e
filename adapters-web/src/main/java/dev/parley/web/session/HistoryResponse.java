package dev.parley.web.session;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.parley.domain.item.InputTag;
import dev.parley.domain.item.InputText;
import dev.parley.domain.item.OutputText;
import dev.parley.domain.item.UserContent;
import dev.parley.domain.shared.Json;
import dev.parley.web.item.WireAnnotation;
import dev.parley.web.item.WireAttachment;
import dev.parley.web.item.WireItem;
import dev.parley.web.schema.Forms;
import dev.parley.web.schema.Values;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A session with all that was said in it. What may be long is read while it is written, and never there as a whole.
 *
 * @param messages oldest first
 * @param items what else stands in the thread, oldest first, such as widgets and questions; null where there is nothing
 */
record HistoryResponse(
        @Schema(pattern = Forms.UUID) String id,

        @Schema(pattern = Forms.UUID) @JsonProperty("user_id")
        String userId,

        String title,
        @JsonProperty("created_at") Instant createdAt,
        @JsonProperty("updated_at") Instant updatedAt,
        Iterable<Message> messages,
        @Nullable Iterable<WireItem> items) {

    /**
     * A message.
     *
     * @param role {@code user} or {@code assistant}
     * @param attachments what the user sent with it; null for nothing
     * @param quotedText what the user refers to; null for nothing
     * @param toolCalls what the assistant did for this answer; null where it did nothing
     */
    @Schema(name = "HistoryMessage")
    record Message(
            String id,
            @Values({"user", "assistant"}) String role,
            List<Content> content,
            @Nullable List<WireAttachment> attachments,
            @JsonProperty("quoted_text") @Nullable String quotedText,
            @JsonProperty("tool_calls") @Nullable Iterable<Call> toolCalls,

            @JsonProperty("created_at") Instant createdAt) {}

    /**
     * A part of a message.
     *
     * @param type {@code input_text}, {@code input_tag} or {@code output_text}
     * @param tag what a tag has beside its text; absent elsewhere
     * @param annotations where it comes from; null where nothing is said of that
     */
    @Schema(name = "HistoryContent")
    record Content(
            @Values({"input_text", "input_tag", "output_text"})
            String type,

            String text,
            @JsonUnwrapped @Nullable Tag tag,
            @Nullable List<WireAnnotation> annotations) {

        static Content of(UserContent part) {
            return switch (part) {
                case InputText text -> new Content("input_text", text.text(), null, null);
                case InputTag tag ->
                    new Content(
                            "input_tag",
                            tag.text(),
                            new Tag(tag.id(), tag.data(), tag.group(), tag.interactive()),
                            null);
            };
        }

        static Content of(OutputText part) {
            List<WireAnnotation> annotations =
                    part.annotations().stream().map(WireAnnotation::of).toList();
            return new Content("output_text", part.text(), null, annotations.isEmpty() ? null : annotations);
        }
    }

    /** What a user picked. */
    @Schema(name = "HistoryTag")
    record Tag(
            String id,
            @Schema(type = "object") Json data,
            @Nullable String group,
            boolean interactive) {}

    /**
     * A tool that the assistant called.
     *
     * @param type always {@code function}
     * @param result null where the call was cut off
     */
    @Schema(name = "HistoryToolCall")
    record Call(
            String id,
            @Values("function") String type,
            Function function,
            @Nullable String result) {}

    /**
     * What was called.
     *
     * @param arguments JSON, as the model wrote it
     */
    @Schema(name = "CalledFunction")
    record Function(String name, String arguments) {}
}
