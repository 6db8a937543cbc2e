package dev.parley.application.testing;

import dev.parley.application.event.ItemUpdate;
import dev.parley.application.reply.JsonTrees;
import dev.parley.domain.item.Question;
import dev.parley.domain.item.StructuredInput;
import dev.parley.domain.shared.Json;
import java.util.List;
import java.util.stream.Collectors;

/** Sees of JSON its brackets alone, which is enough where its inside does not matter. */
public final class PlainJsonTrees implements JsonTrees {

    @Override
    public boolean isObject(Json json) {
        String text = json.text().strip();
        return text.startsWith("{") && text.endsWith("}");
    }

    @Override
    public boolean isWellFormed(Json json) {
        return isObject(json) || json.text().startsWith("[") || json.text().startsWith("\"");
    }

    @Override
    public List<ItemUpdate> changes(Json before, Json after) {
        return before.equals(after) ? List.of() : List.of(new ItemUpdate.WidgetRootUpdated(after));
    }

    @Override
    public Json answers(StructuredInput settled) {
        return new Json(
                settled.questions().stream().map(PlainJsonTrees::answer).collect(Collectors.joining(",", "{", "}")));
    }

    private static String answer(Question question) {
        Question.Answer answer = question.answer();
        return "\"" + question.id() + "\":" + (answer == null ? "null" : quoted(answer.values()));
    }

    private static String quoted(List<String> values) {
        return values.stream().map(value -> '"' + value + '"').collect(Collectors.joining(",", "[", "]"));
    }
}
