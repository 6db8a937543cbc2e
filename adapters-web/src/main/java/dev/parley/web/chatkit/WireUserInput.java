package dev.parley.web.chatkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.application.run.IncomingMessage;
import dev.parley.domain.attachment.AttachmentError;
import dev.parley.domain.attachment.AttachmentId;
import dev.parley.domain.conversation.UserInput;
import dev.parley.domain.item.InferenceOptions;
import dev.parley.domain.item.InputTag;
import dev.parley.domain.item.InputText;
import dev.parley.domain.item.UserContent;
import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.InvalidRequest;
import dev.parley.domain.shared.Json;
import dev.parley.domain.shared.Text;
import dev.parley.web.request.RequestError;
import dev.parley.web.schema.Forms;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a user wants to say, as the protocol has it; how long it may be altogether is the thread's to say.
 *
 * @param attachments ids
 */
@Schema(name = "UserInput")
public record WireUserInput(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable List<@Nullable Part> content,

        @Schema(pattern = Forms.ATTACHMENT_ID) @Nullable List<@Nullable String> attachments,

        @Schema(pattern = Forms.TEXT) @JsonProperty("quoted_text") @Nullable String quotedText,

        @JsonProperty("inference_options") @Nullable Options inferenceOptions) {

    private static final int MAXIMUM_PARTS = 100;
    private static final int MAXIMUM_ATTACHMENTS = 100;
    private static final int MAXIMUM_NAME = 1_000;
    private static final int MAXIMUM_DATA_BYTES = 64 * 1024;

    /**
     * A part of the message.
     *
     * @param type {@code input_text} or {@code input_tag}
     */
    @Schema(implementation = WirePart.class)
    public record Part(
            @Nullable String type,
            @Nullable String id,
            @Nullable String text,
            @Nullable Json data,
            @Nullable String group,
            @Nullable Boolean interactive) {}

    /** How to answer it. */
    @Schema(name = "UserInputOptions")
    public record Options(
            @JsonProperty("tool_choice") @Nullable ToolChoice toolChoice,

            @Schema(pattern = Forms.TEXT, minLength = 1, maxLength = 1000) @Nullable String model) {}

    /** The tool to use. */
    @Schema(name = "UserInputTool")
    public record ToolChoice(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, pattern = Forms.TEXT, minLength = 1, maxLength = 1000)
            @Nullable String id) {}

    /**
     * Reads the input.
     *
     * @param field where it stands in the request, such as {@code message}
     * @throws InvalidRequest naming the field that cannot be
     */
    public IncomingMessage message(String field) {
        List<AttachmentId> ids = Params.each(
                field + ".attachments",
                attachments == null ? List.of() : attachments,
                MAXIMUM_ATTACHMENTS,
                WireUserInput::attachment);
        List<UserContent> parts = Params.each(
                field + ".content", Params.required(field + ".content", content), MAXIMUM_PARTS, WireUserInput::part);
        checkData(field + ".content", parts);
        return new IncomingMessage(
                new UserInput(parts, List.of(), quoted(), options(field + ".inference_options")), ids);
    }

    /** The component sends an empty text where nothing is quoted. */
    private @Nullable String quoted() {
        return quotedText == null || Text.isBlank(quotedText) ? null : quotedText;
    }

    private static AttachmentId attachment(String field, @Nullable String given) {
        try {
            return AttachmentId.of(Params.required(field, given));
        } catch (Failure e) {
            throw e.is(AttachmentError.ATTACHMENT_NOT_FOUND)
                    ? new InvalidRequest(field, ChatKitError.NAMES_NO_ATTACHMENT)
                    : e;
        }
    }

    private InferenceOptions options(String field) {
        if (inferenceOptions == null) {
            return InferenceOptions.DEFAULT;
        }
        String model = inferenceOptions.model();
        ToolChoice choice = inferenceOptions.toolChoice();
        return new InferenceOptions(
                model == null ? null : name(field + ".model", model),
                choice == null ? null : name(field + ".tool_choice.id", choice.id()));
    }

    private static UserContent part(String field, @Nullable Part part) {
        Part given = Params.required(field, part);
        return switch (Params.required(field + ".type", given.type())) {
            case "input_text" -> new InputText(Params.required(field + ".text", given.text()));
            case "input_tag" -> tag(field, given);
            default -> throw new InvalidRequest(field + ".type", ChatKitError.MUST_BE_A_CONTENT_TYPE);
        };
    }

    private static InputTag tag(String field, Part given) {
        return new InputTag(
                name(field + ".id", given.id()),
                Params.required(field + ".text", given.text()),
                data(field + ".data", given.data()),
                given.group() == null ? null : name(field + ".group", given.group()),
                Boolean.TRUE.equals(given.interactive()));
    }

    private static Json data(String field, @Nullable Json given) {
        Json data = given == null ? Json.EMPTY_OBJECT : given;
        if (!data.text().startsWith("{")) {
            throw new InvalidRequest(field, ChatKitError.MUST_BE_AN_OBJECT);
        }
        if (bytes(data) > MAXIMUM_DATA_BYTES) {
            throw new InvalidRequest(field, RequestError.MUST_HAVE_AT_MOST_64_KIB);
        }
        return new Json(Text.storable(field, data.text()));
    }

    private static void checkData(String field, List<UserContent> parts) {
        int bytes = parts.stream()
                .filter(InputTag.class::isInstance)
                .mapToInt(tag -> bytes(((InputTag) tag).data()))
                .sum();
        if (bytes > MAXIMUM_DATA_BYTES) {
            throw new InvalidRequest(field, ChatKitError.TAGS_MUST_HAVE_AT_MOST_64_KIB);
        }
    }

    private static int bytes(Json data) {
        return data.text().getBytes(UTF_8).length;
    }

    /** A word of the client's that names something. */
    private static String name(String field, @Nullable String given) {
        String name = Text.storable(field, Params.required(field, given));
        if (name.isEmpty() || Text.length(name) > MAXIMUM_NAME) {
            throw new InvalidRequest(field, ChatKitError.MUST_HAVE_FROM_1_TO_CHARACTERS, MAXIMUM_NAME);
        }
        return name;
    }
}
