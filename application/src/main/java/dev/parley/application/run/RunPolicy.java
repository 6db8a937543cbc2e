package dev.parley.application.run;

import dev.parley.domain.conversation.ConversationLimits;
import dev.parley.domain.item.InferenceOptions;
import dev.parley.domain.item.UserMessage;
import dev.parley.domain.run.Node;
import java.time.Duration;
import java.util.Set;

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
     * The message to be answered with what is offered now: a model that was withdrawn after the message was taken is the
     * usual one.
     */
    UserMessage offered(UserMessage message) {
        String model = message.options().model();
        return model == null || models.contains(model)
                ? message
                : message.with(new InferenceOptions(null, message.options().toolChoice()));
    }
}
