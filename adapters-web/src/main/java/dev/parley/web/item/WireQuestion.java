package dev.parley.web.item;

import dev.parley.domain.item.Question;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A question of the assistant to the user. */
public sealed interface WireQuestion {

    /** The question as the protocol has it. */
    static WireQuestion of(Question question) {
        Answer answer = Answer.of(question.answer());
        return switch (question) {
            case Question.MultipleChoice choice ->
                new MultipleChoice(
                        "multiple_choice",
                        choice.id(),
                        choice.question(),
                        choice.options().stream().map(Option::new).toList(),
                        choice.multiple(),
                        answer);
            case Question.Freeform freeform ->
                new Freeform("freeform", freeform.id(), freeform.question(), freeform.description(), answer);
        };
    }

    /** A question with answers to pick from. */
    record MultipleChoice(
            String type,
            String id,
            String question,
            List<Option> options,
            boolean multiple,
            @Nullable Answer answer) implements WireQuestion {}

    /** An answer to pick. */
    record Option(String value) {}

    /** A question to answer in the user's own words. */
    record Freeform(
            String type,
            String id,
            String question,
            @Nullable String description,
            @Nullable Answer answer) implements WireQuestion {}

    /** What a user answered. */
    record Answer(List<String> values, boolean skipped) {

        private static @Nullable Answer of(Question.@Nullable Answer answer) {
            return answer == null ? null : new Answer(answer.values(), answer.skipped());
        }
    }
}
