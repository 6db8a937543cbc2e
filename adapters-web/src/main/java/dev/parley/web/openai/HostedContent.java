package dev.parley.web.openai;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.domain.item.Annotation;
import dev.parley.domain.item.AssistantMessage;
import dev.parley.domain.item.InferenceOptions;
import dev.parley.domain.item.MessageAttachment;
import dev.parley.domain.item.Source;
import dev.parley.domain.item.UserContent;
import dev.parley.domain.item.UserMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a message holds. */
sealed interface HostedContent {

    /** What a user wrote, and before it what the user quoted. */
    static List<HostedContent> of(UserMessage message) {
        List<HostedContent> content = new ArrayList<>();
        if (message.quotedText() != null) {
            content.add(new Text("quoted_text", message.quotedText()));
        }
        for (UserContent part : message.content()) {
            content.add(new Text("input_text", part.text()));
        }
        return content;
    }

    /** What an assistant wrote. */
    static List<HostedContent> of(AssistantMessage message) {
        return message.content().stream()
                .<HostedContent>map(part -> new Output(
                        "output_text",
                        part.text(),
                        part.annotations().stream().flatMap(Cited::of).toList()))
                .toList();
    }

    /** Text of a user. */
    record Text(String type, String text) implements HostedContent {}

    /** Text of an assistant. */
    record Output(String type, String text, List<Cited> annotations) implements HostedContent {}

    /** Where something comes from; the API knows pages and files. */
    record Cited(String type, Place source) {

        static Stream<Cited> of(Annotation annotation) {
            return switch (annotation.source()) {
                case Source.Url page -> Stream.of(new Cited("url", new Place("url", page.url(), null)));
                case Source.File file -> Stream.of(new Cited("file", new Place("file", null, file.filename())));
                case Source.Entity entity -> Stream.empty();
            };
        }
    }

    /** A page or a file. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Place(
            String type, @Nullable String url, @Nullable String filename) {}

    /**
     * A file that came with a message.
     *
     * @param previewUrl null: previews are for the user alone
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Attachment(
            String id,
            String type,
            String name,
            @JsonProperty("mime_type") String mimeType,
            @JsonProperty("preview_url") @Nullable String previewUrl) {

        static Attachment of(MessageAttachment sent) {
            return new Attachment(sent.id(), sent.isImage() ? "image" : "file", sent.name(), sent.mimeType(), null);
        }
    }

    /** How a user wants to be answered. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Options(
            @JsonProperty("tool_choice") @Nullable ToolChoice toolChoice,
            @Nullable String model) {

        static @Nullable Options of(InferenceOptions options) {
            String tool = options.toolChoice();
            return options.equals(InferenceOptions.DEFAULT)
                    ? null
                    : new Options(tool == null ? null : new ToolChoice(tool), options.model());
        }
    }

    /** The tool to use. */
    record ToolChoice(String id) {}
}
