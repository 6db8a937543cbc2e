package dev.parley.domain.item;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A question of the assistant to the user. */
public sealed interface Question {

    /** Its id, unique within its item. */
    String id();

    /** The question itself. */
    String question();

    /** What the user answered; null until then. */
    @Nullable Answer answer();

    /** The question with its answer. */
    Question answered(Answer given);

    /** What the question takes of an answer. */
    default Answer kept(Answer given) {
        return given.values().isEmpty() || given.skipped() ? Answer.SKIPPED : given;
    }

    /**
     * A question with answers to pick from.
     *
     * @param multiple whether more than one may be picked
     */
    record MultipleChoice(
            String id,
            String question,
            List<String> options,
            boolean multiple,
            @Nullable Answer answer) implements Question {

        public MultipleChoice {
            options = List.copyOf(options);
        }

        @Override
        public MultipleChoice answered(Answer given) {
            return new MultipleChoice(id, question, options, multiple, given);
        }

        @Override
        public Answer kept(Answer given) {
            Answer kept = Question.super.kept(given);
            return multiple || kept.skipped() ? kept : new Answer(kept.values().subList(0, 1), false);
        }
    }

    /**
     * A question to answer in the user's own words.
     *
     * @param description more about it; null for nothing
     */
    record Freeform(
            String id,
            String question,
            @Nullable String description,
            @Nullable Answer answer) implements Question {

        @Override
        public Freeform answered(Answer given) {
            return new Freeform(id, question, description, given);
        }
    }

    /**
     * What a user answered.
     *
     * @param values empty where the question was skipped
     */
    record Answer(List<String> values, boolean skipped) {

        /** No answer. */
        public static final Answer SKIPPED = new Answer(List.of(), true);

        public Answer {
            values = List.copyOf(values);
        }
    }
}
