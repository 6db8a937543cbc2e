package dev.parley.application.run;

import dev.parley.application.assistant.Assistant;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.item.InferenceOptions;
import dev.parley.domain.run.RunError;
import dev.parley.domain.run.RunOptions;
import dev.parley.domain.shared.FieldError;
import dev.parley.domain.shared.InvalidRequest;
import java.util.Set;
import java.util.TreeSet;

/** Refuses what a user picks and nobody offers. */
@UseCase
public final class InferenceOptionsValidator {

    private final Set<String> models;
    private final Assistant assistant;

    public InferenceOptionsValidator(RunPolicy policy, Assistant assistant) {
        this.models = policy.models();
        this.assistant = assistant;
    }

    /**
     * Checks what a user has picked for a new message.
     *
     * @throws InvalidRequest if it is a model that may not be picked, or a tool that cannot be called
     */
    void check(InferenceOptions picked, RunOptions options) {
        String model = picked.model();
        if (model != null && !models.contains(model)) {
            throw unknownModel().within("inference_options");
        }
        String tool = picked.toolChoice();
        if (tool != null && !assistant.canCall(tool, options.clientActs())) {
            throw new InvalidRequest("id", RunError.TOOL_CANNOT_BE_CALLED)
                    .within("tool_choice")
                    .within("inference_options");
        }
    }

    private InvalidRequest unknownModel() {
        return models.isEmpty()
                ? new InvalidRequest("model", RunError.MODEL_CANNOT_BE_PICKED)
                : new InvalidRequest("model", FieldError.MUST_BE_ONE_OF, String.join(", ", new TreeSet<>(models)));
    }
}
