package dev.parley.web.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.application.run.IncomingMessage;
import dev.parley.application.run.OnActiveRun;
import dev.parley.domain.shared.FieldError;
import dev.parley.domain.shared.InvalidRequest;
import dev.parley.web.chatkit.WireUserInput;
import dev.parley.web.schema.Forms;
import dev.parley.web.schema.Values;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A message to answer. */
record RunRequest(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable Message message,

        @Nullable Boolean stream,
        @Nullable Boolean background,

        @Values({"reject", "enqueue", "interrupt"}) @JsonProperty("on_active_run") @Nullable String onActiveRun) {

    /** A message of the user: what the ChatKit protocol has, and whose it is. */
    @Schema(name = "RunMessage")
    record Message(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, allowableValues = "user") @Nullable String role,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable List<WireUserInput.@Nullable Part> content,

            @Schema(pattern = Forms.ATTACHMENT_ID) @Nullable List<@Nullable String> attachments,

            @Schema(pattern = Forms.TEXT) @JsonProperty("quoted_text") @Nullable String quotedText,

            @JsonProperty("inference_options") WireUserInput.@Nullable Options options) {}

    boolean isStreamed() {
        return stream == null || stream;
    }

    boolean isInBackground() {
        return background != null && background;
    }

    /** What is to happen while the assistant answers; null where the client does not say. */
    @Nullable OnActiveRun onActive() {
        return onActiveRun == null
                ? null
                : switch (onActiveRun) {
                    case "reject" -> OnActiveRun.REJECT;
                    case "enqueue" -> OnActiveRun.ENQUEUE;
                    case "interrupt" -> OnActiveRun.INTERRUPT;
                    default -> throw new InvalidRequest("on_active_run", RunRequestError.MUST_BE_AN_ACTIVE_RUN_POLICY);
                };
    }

    IncomingMessage incomingMessage() {
        if (message == null) {
            throw new InvalidRequest("message", FieldError.IS_MISSING);
        }
        if (message.role() == null) {
            throw new InvalidRequest("message.role", FieldError.IS_MISSING);
        }
        if (!message.role().equals("user")) {
            throw new InvalidRequest("message.role", RunRequestError.MUST_BE_USER);
        }
        return new WireUserInput(message.content(), message.attachments(), message.quotedText(), message.options())
                .message("message");
    }
}
