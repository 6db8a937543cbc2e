package dev.parley.domain.item;

import org.jspecify.annotations.Nullable;

/**
 * How a user wants a message to be answered.
 *
 * @param model the model to answer with; null for the usual one
 * @param toolChoice the id of the tool to use; null where the assistant decides
 */
public record InferenceOptions(
        @Nullable String model, @Nullable String toolChoice) {

    /** As usual. */
    public static final InferenceOptions DEFAULT = new InferenceOptions(null, null);
}
