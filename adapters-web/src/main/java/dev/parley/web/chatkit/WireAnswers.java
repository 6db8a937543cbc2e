package dev.parley.web.chatkit;

import dev.parley.domain.item.Question.Answer;
import dev.parley.domain.shared.InvalidRequest;
import dev.parley.web.schema.Values;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A user's answers to questions, as the protocol has them.
 *
 * @param answers by the questions' ids
 */
@Schema(name = "StructuredAnswers")
record WireAnswers(
        @Values({"answered", "skipped"}) @Nullable String status,
        @Nullable Map<String, @Nullable Given> answers) {

    private static final int MAXIMUM_ANSWERS = 100;

    /** The answer to a question. */
    @Schema(name = "StructuredAnswer")
    record Given(
            @Nullable List<@Nullable String> values,
            @Nullable Boolean skipped) {

        private Answer answer(String field) {
            List<String> given = Params.each(
                    field + ".values", values == null ? List.of() : values, MAXIMUM_ANSWERS, Params::required);
            return new Answer(given, Boolean.TRUE.equals(skipped));
        }
    }

    /**
     * Reads the answers.
     *
     * @return null where the user does not want to answer
     */
    @Nullable Map<String, Answer> answers(String field) {
        return switch (status == null ? "answered" : status) {
            case "answered" -> all(field + ".answers");
            case "skipped" -> null;
            default -> throw new InvalidRequest(field + ".status", ChatKitError.MUST_BE_A_STATUS_OF_ANSWERS);
        };
    }

    private Map<String, Answer> all(String field) {
        Map<String, @Nullable Given> given = answers == null ? Map.of() : answers;
        if (given.size() > MAXIMUM_ANSWERS) {
            throw new InvalidRequest(field, ChatKitError.MUST_HAVE_AT_MOST_ENTRIES, MAXIMUM_ANSWERS);
        }
        Map<String, Answer> all = new LinkedHashMap<>();
        given.forEach((question, answer) -> {
            String path = field + "." + question;
            all.put(question, Params.required(path, answer).answer(path));
        });
        return all;
    }
}
