package dev.parley.domain.item;

import dev.parley.domain.shared.Failure;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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

    /** Whether the user has neither answered nor refused to. */
    public boolean isPending() {
        return status == Status.PENDING;
    }

    /**
     * The questions with their answers. A question without a value is skipped; one that takes a single choice keeps the
     * first value; a value need not be among the options.
     *
     * @param answers by the questions' ids; those of other ids count for nothing
     * @throws Failure NOT_PENDING if they were answered before
     */
    public StructuredInput answered(Map<String, Question.Answer> answers) {
        return settled(
                Status.ANSWERED,
                question -> question.kept(answers.getOrDefault(question.id(), Question.Answer.SKIPPED)));
    }

    /**
     * The questions, none of which the user wants to answer.
     *
     * @throws Failure NOT_PENDING if they were answered before
     */
    public StructuredInput skipped() {
        return settled(Status.SKIPPED, question -> Question.Answer.SKIPPED);
    }

    private StructuredInput settled(Status settled, Function<Question, Question.Answer> answer) {
        if (!isPending()) {
            throw new Failure(ItemError.NOT_PENDING);
        }
        List<Question> answered = questions.stream()
                .map(question -> question.answered(answer.apply(question)))
                .toList();
        return new StructuredInput(id, sequence, settled, answered, toolCall, createdAt);
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
