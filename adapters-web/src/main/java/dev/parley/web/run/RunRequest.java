package dev.parley.web.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.domain.conversation.InferenceOptions;
import dev.parley.domain.conversation.InputText;
import dev.parley.domain.conversation.UserInput;
import dev.parley.domain.shared.InvalidRequest;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A message to answer. */
record RunRequest(@Nullable Message message) {

    private static final int MAXIMUM_PARTS = 100;

    /** A message of the user. */
    record Message(
            @Nullable String role,
            @Nullable List<@Nullable Part> content,
            @JsonProperty("inference_options") @Nullable Options options) {}

    /** How to answer it. */
    record Options(@Nullable String model) {}

    /** A part of the message. */
    record Part(@Nullable String type, @Nullable String text) {}

    UserInput input() {
        Message given = required("message", message);
        if (!required("message.role", given.role()).equals("user")) {
            throw new InvalidRequest("message.role", "must be \"user\"");
        }
        List<@Nullable Part> parts = required("message.content", given.content());
        if (parts.size() > MAXIMUM_PARTS) {
            throw new InvalidRequest("message.content", "must have at most " + MAXIMUM_PARTS + " parts");
        }
        return new UserInput(
                IntStream.range(0, parts.size())
                        .mapToObj(index -> text("message.content[" + index + "]", parts.get(index)))
                        .toList(),
                given.options() == null
                        ? InferenceOptions.USUAL
                        : new InferenceOptions(given.options().model()));
    }

    private static InputText text(String field, @Nullable Part part) {
        Part given = required(field, part);
        if (!required(field + ".type", given.type()).equals("input_text")) {
            throw new InvalidRequest(field + ".type", "must be \"input_text\"");
        }
        return new InputText(required(field + ".text", given.text()));
    }

    private static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw new InvalidRequest(field, "is missing");
        }
        return value;
    }
}
