package dev.parley.web.chatkit;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.item.ItemId;
import dev.parley.domain.item.Question.Answer;
import dev.parley.domain.shared.InvalidRequest;
import dev.parley.domain.shared.Json;
import dev.parley.domain.shared.LocalizedText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What operations need that give an assistant what it has asked for. */
final class InputParams {

    private static final int MOST_ANSWERS = 100;

    private InputParams() {}

    /** Of {@code threads.add_client_tool_output}. */
    record ToolOutput(
            @JsonProperty("thread_id") @Nullable String threadId,
            @Nullable Json result) implements OperationParams {

        @Override
        public Operation operation() {
            return new StreamingOperation.AddToolOutput(Params.thread(threadId), Params.required("result", result));
        }
    }

    /** Of {@code threads.add_structured_input}. */
    record Structured(
            @JsonProperty("thread_id") @Nullable String threadId,
            @JsonProperty("item_id") @Nullable String itemId,
            @Nullable Given input)
            implements OperationParams {

        @Override
        public Operation operation() {
            ConversationId thread = Params.thread(threadId);
            ItemId item = Params.item("item_id", itemId);
            Given given = Params.required("input", input);
            return switch (given.status() == null ? "answered" : given.status()) {
                case "answered" -> new StreamingOperation.AnswerInput(thread, item, given.all());
                case "skipped" -> new StreamingOperation.SkipInput(thread, item);
                default ->
                    throw new InvalidRequest("input.status", LocalizedText.of("must be \"answered\" or \"skipped\""));
            };
        }
    }

    /**
     * What a user has given.
     *
     * @param answers by the questions' ids
     */
    record Given(@Nullable String status, @Nullable Map<String, @Nullable GivenAnswer> answers) {

        private Map<String, Answer> all() {
            Map<String, @Nullable GivenAnswer> given = answers == null ? Map.of() : answers;
            if (given.size() > MOST_ANSWERS) {
                throw new InvalidRequest(
                        "input.answers", LocalizedText.of("must have at most {0} entries", MOST_ANSWERS));
            }
            Map<String, Answer> all = new LinkedHashMap<>();
            given.forEach((question, answer) -> {
                String field = "input.answers." + question;
                all.put(question, Params.required(field, answer).answer(field));
            });
            return all;
        }
    }

    /** What a user has answered to a question. */
    record GivenAnswer(
            @Nullable List<@Nullable String> values,
            @Nullable Boolean skipped) {

        private Answer answer(String field) {
            List<String> given =
                    Params.each(field + ".values", values == null ? List.of() : values, MOST_ANSWERS, Params::required);
            return new Answer(given, Boolean.TRUE.equals(skipped));
        }
    }
}
