package dev.parley.application.run;

import dev.parley.domain.conversation.ConversationLimits;
import dev.parley.domain.conversation.InferenceOptions;
import dev.parley.domain.shared.InvalidRequest;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a run may be and is given.
 *
 * @param transcriptItems how many items before the message an assistant is told
 * @param models the models that a user may pick
 */
public record RunPolicy(ConversationLimits limits, int transcriptItems, Set<String> models) {

    public RunPolicy {
        models = Set.copyOf(models);
    }

    /**
     * Checks what a user has picked.
     *
     * @throws InvalidRequest if it is a model that may not be picked
     */
    void check(InferenceOptions options) {
        String model = options.model();
        if (model != null && !models.contains(model)) {
            throw new InvalidRequest(
                    "inference_options.model",
                    models.isEmpty() ? "cannot be picked here" : "must be one of " + new TreeSet<>(models));
        }
    }
}
