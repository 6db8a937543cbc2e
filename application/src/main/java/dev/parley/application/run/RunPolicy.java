package dev.parley.application.run;

import dev.parley.domain.conversation.ConversationLimits;
import dev.parley.domain.item.InferenceOptions;
import dev.parley.domain.run.Node;
import dev.parley.domain.run.RunError;
import dev.parley.domain.shared.FieldError;
import dev.parley.domain.shared.InvalidRequest;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a run may be and is given.
 *
 * @param transcriptItems how many items before the message an assistant is told; fewer where they are long
 * @param models the models that a user may pick
 * @param onActiveRun what becomes of a message while the assistant answers, where its user does not say
 * @param node this node
 * @param lease how long a run stays its node's without a heartbeat
 * @param logRetention how long after a run's end its events are kept
 */
public record RunPolicy(
        ConversationLimits limits,
        int transcriptItems,
        Set<String> models,
        OnActiveRun onActiveRun,
        Node node,
        Duration lease,
        Duration logRetention) {

    /** The most runs that wait in a thread. */
    static final int MAXIMUM_WAITING = 10;

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
            throw models.isEmpty()
                    ? new InvalidRequest("inference_options.model", RunError.MODEL_CANNOT_BE_PICKED)
                    : new InvalidRequest(
                            "inference_options.model",
                            FieldError.MUST_BE_ONE_OF,
                            String.join(", ", new TreeSet<>(models)));
        }
    }
}
