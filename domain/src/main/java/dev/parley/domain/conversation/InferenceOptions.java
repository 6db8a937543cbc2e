package dev.parley.domain.conversation;

import org.jspecify.annotations.Nullable;

/**
 * How a user wants a message to be answered.
 *
 * @param model the model to answer with; null for the usual one
 */
public record InferenceOptions(@Nullable String model) {

    /** As usual. */
    public static final InferenceOptions USUAL = new InferenceOptions(null);
}
