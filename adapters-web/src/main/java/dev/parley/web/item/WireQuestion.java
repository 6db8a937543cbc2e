package dev.parley.web.item;

import dev.parley.domain.item.Question;
import dev.parley.web.schema.Values;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A question of the assistant to the user. */
@Schema(name = "StructuredQuestion")
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
    @Schema(name = "MultipleChoiceQuestion")
    record MultipleChoice(
            @Values("multiple_choice") String type,
            String id,
            String question,
            List<Option> options,
            boolean multiple,
            @Nullable Answer answer)
            implements WireQuestion {}

    /** An answer to pick. */
    @Schema(name = "QuestionOption")
    record Option(String value) {}

    /** A question to answer in the user's own words. */
    @Schema(name = "FreeformQuestion")
    record Freeform(
            @Values("freeform") String type,
            String id,
            String question,
            @Nullable String description,
            @Nullable Answer answer)
            implements WireQuestion {}

    /** What a user answered. */
    @Schema(name = "QuestionAnswer")
    record Answer(List<String> values, boolean skipped) {

        private static @Nullable Answer of(Question.@Nullable Answer answer) {
            return answer == null ? null : new Answer(answer.values(), answer.skipped());
        }
    }
}
