package dev.parley.assistant.ask;

import dev.parley.domain.item.Question;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a model asks with. */
record QuestionArguments(List<Asked> questions) {

    /** A question, of a type that the schema knows. */
    record Asked(
            String id,
            String question,
            String type,
            @Nullable List<String> options,
            @Nullable String description) {

        boolean isFree() {
            return type.equals("text");
        }

        boolean hasOptions() {
            return options != null && !options.isEmpty();
        }

        Question toAsk() {
            return isFree()
                    ? new Question.Freeform(id, question, description, null)
                    : new Question.MultipleChoice(
                            id, question, options == null ? List.of() : options, type.equals("multiple"), null);
        }
    }
}
