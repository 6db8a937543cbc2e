package dev.parley.assistant.json;

import dev.parley.application.event.ItemUpdate;
import dev.parley.application.reply.JsonTrees;
import dev.parley.domain.item.Question;
import dev.parley.domain.item.StructuredInput;
import dev.parley.domain.shared.Json;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Trees of JSON as Jackson reads them; numbers keep their digits. */
public final class JacksonTrees implements JsonTrees {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @Override
    public boolean isObject(Json json) {
        try {
            return JSON.readTree(json.text()).isObject();
        } catch (JacksonException e) {
            return false;
        }
    }

    @Override
    public boolean isWellFormed(Json json) {
        try {
            return !JSON.readTree(json.text()).isMissingNode();
        } catch (JacksonException e) {
            return false;
        }
    }

    @Override
    public List<ItemUpdate> changes(Json before, Json after) {
        return new WidgetChange(JSON.readTree(before.text()), JSON.readTree(after.text())).updates(after);
    }

    @Override
    public Json answers(StructuredInput settled) {
        ObjectNode answers = JsonNodeFactory.instance.objectNode();
        for (Question question : settled.questions()) {
            Question.Answer answer = question.answer();
            ObjectNode one = answers.putObject(question.id());
            ArrayNode values = one.putArray("values");
            if (answer != null) {
                answer.values().forEach(values::add);
            }
            one.put("skipped", answer == null || answer.skipped());
        }
        return json(answers);
    }

    static Json json(JsonNode node) {
        return new Json(JSON.writeValueAsString(node));
    }
}
