package dev.parley.domain.conversation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Questions of the assistant to the user.
 *
 * @param toolCall the call of a tool whose result the answers are; null where no tool asked. Never shown.
 */
public record StructuredInput(
        ItemId id,
        long sequence,
        Status status,
        List<Question> questions,
        @Nullable ItemId toolCall,
        Instant createdAt) implements Item {

    public StructuredInput {
        questions = List.copyOf(questions);
    }

    @Override
    public StructuredInput at(long place) {
        return new StructuredInput(id, place, status, questions, toolCall, createdAt);
    }

    /** Where the questions stand. */
    public enum Status {
        /** The user has not answered. */
        PENDING,
        /** The user has. */
        ANSWERED,
        /** The user does not want to. */
        SKIPPED
    }
}
