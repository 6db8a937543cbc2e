package dev.parley.assistant.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.event.ItemUpdate;
import dev.parley.application.event.ItemUpdate.WidgetComponentUpdated;
import dev.parley.application.event.ItemUpdate.WidgetRootUpdated;
import dev.parley.application.event.ItemUpdate.WidgetTextDelta;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.ItemId;
import dev.parley.domain.item.Question;
import dev.parley.domain.item.StructuredInput;
import dev.parley.domain.shared.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JacksonTreesTest {

    private final JacksonTrees trees = new JacksonTrees();

    @ParameterizedTest
    @ValueSource(strings = {"{}", " {\"a\": [1, 2.50, null]} ", "{\"\\u0000\": \"\\ud83d\"}"})
    void objectsAreSuch(String text) {
        assertThat(trees.isObject(new Json(text))).isTrue();
        assertThat(trees.isWellFormed(new Json(text))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "1", "null", "\"text\""})
    void otherValuesAreWellFormedAndNoObjects(String text) {
        assertThat(trees.isObject(new Json(text))).isFalse();
        assertThat(trees.isWellFormed(new Json(text))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{}{}", "{a: 1}", "{'a': 1}", "nothing", "{\"a\": NaN}", "{\"a\": 1,}"})
    void whatIsNoJsonIsRefused(String text) {
        assertThat(trees.isObject(new Json(text))).isFalse();
        assertThat(trees.isWellFormed(new Json(text))).isFalse();
    }

    @Test
    void deepNestingIsRefusedAndNoStackIsUsedUp() {
        String text = "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000);

        assertThat(trees.isObject(new Json(text))).isFalse();
    }

    @Test
    void nothingChangesWhereOnlyTheOrderDoes() {
        assertThat(changes("{\"type\":\"Card\",\"a\":1}", "{\"a\": 1, \"type\":\"Card\"}"))
                .isEmpty();
    }

    @Test
    void aTextThatGrowsIsToldByWhatItHasGrownBy() {
        assertThat(changes(card(text("t", "Hello", true)), card(text("t", "Hello, you", true))))
                .containsExactly(new WidgetTextDelta("t", ", you", false));
    }

    @Test
    void aTextThatIsNotStreamingAnyMoreIsDone() {
        assertThat(changes(card(text("t", "Hello", true)), card(text("t", "Hello!", false))))
                .containsExactly(new WidgetTextDelta("t", "!", true));
        assertThat(changes(card(text("t", "Hello", true)), card(text("t", "Hello", false))))
                .containsExactly(new WidgetTextDelta("t", "", true));
    }

    @Test
    void severalTextsGrowAtOnce() {
        assertThat(changes(
                        card(text("a", "x", true), text("b", "", true)),
                        card(text("a", "xy", true), text("b", "z", true))))
                .containsExactly(new WidgetTextDelta("a", "y", false), new WidgetTextDelta("b", "z", false));
    }

    @Test
    void aTextThatIsNotABeginningOfTheNextIsToldAsItsComponent() {
        String after = text("t", "Bye", true);

        assertThat(changes(card(text("t", "Hello", true)), card(after)))
                .containsExactly(new WidgetComponentUpdated("t", new Json(after)));
    }

    @Test
    void aTextOfAnotherColourIsToldAsItsComponent() {
        String after = "{\"type\":\"Text\",\"id\":\"t\",\"value\":\"Hello!\",\"streaming\":true,\"color\":\"red\"}";

        assertThat(changes(card(text("t", "Hello", true)), card(after)))
                .containsExactly(new WidgetComponentUpdated("t", new Json(after)));
    }

    @Test
    void onlyTextsGrow() {
        String after = "{\"type\":\"Title\",\"id\":\"t\",\"value\":\"Hello!\"}";

        assertThat(changes(card("{\"type\":\"Title\",\"id\":\"t\",\"value\":\"Hello\"}"), card(after)))
                .containsExactly(new WidgetComponentUpdated("t", new Json(after)));
    }

    @Test
    void theSmallestComponentWithAnIdIsTold() {
        String inner = "{\"type\":\"Badge\",\"label\":\"%s\"}";
        String row = "{\"type\":\"Row\",\"id\":\"row\",\"children\":[" + inner + "]}";

        assertThat(changes(
                        card(row.formatted("old"), text("t", "x", true)),
                        card(row.formatted("new"), text("t", "x", true))))
                .containsExactly(new WidgetComponentUpdated("row", new Json(row.formatted("new"))));
    }

    @Test
    void whatHasNoIdIsToldAsAWhole() {
        String after = card("{\"type\":\"Badge\",\"label\":\"new\"}");

        assertThat(changes(card("{\"type\":\"Badge\",\"label\":\"old\"}"), after))
                .containsExactly(new WidgetRootUpdated(new Json(after)));
    }

    @Test
    void componentsThatComeAndGoAreToldWithTheWhole() {
        String two = card(text("a", "x", true), text("b", "y", true));
        String one = card(text("a", "x", true));

        assertThat(changes(one, two)).containsExactly(new WidgetRootUpdated(new Json(two)));
        assertThat(changes(two, one)).containsExactly(new WidgetRootUpdated(new Json(one)));
    }

    @Test
    void anIdThatIsGivenTwiceNamesNoComponent() {
        String after = card(text("t", "xy", true), text("t", "x", true));

        assertThat(changes(card(text("t", "x", true), text("t", "x", true)), after))
                .containsExactly(new WidgetRootUpdated(new Json(after)));
    }

    @Test
    void aChangedRootIsToldAsAWholeEvenWithAnId() {
        String after = "{\"type\":\"Card\",\"id\":\"card\",\"size\":\"lg\"}";

        assertThat(changes("{\"type\":\"Card\",\"id\":\"card\",\"size\":\"sm\"}", after))
                .containsExactly(new WidgetRootUpdated(new Json(after)));
    }

    @Test
    void aComponentKeepsTheDigitsOfItsNumbers() {
        String after = "{\"type\":\"Chart\",\"id\":\"c\",\"data\":[1.10,12345678901234567890]}";

        assertThat(changes(card("{\"type\":\"Chart\",\"id\":\"c\",\"data\":[1,2]}"), card(after)))
                .containsExactly(new WidgetComponentUpdated("c", new Json(after)));
    }

    @Test
    void answersAreAnObjectByQuestion() {
        StructuredInput settled = new StructuredInput(
                        ItemId.ofMessage("1"),
                        Item.DRAFT,
                        StructuredInput.Status.PENDING,
                        List.of(
                                new Question.Freeform("why", "Why?", null, null),
                                new Question.MultipleChoice("which", "Which?", List.of("a", "b"), true, null)),
                        null,
                        Instant.EPOCH)
                .answered(Map.of("which", new Question.Answer(List.of("a", "\"c\""), false)));

        assertThat(trees.answers(settled).text())
                .isEqualTo("{\"why\":{\"values\":[],\"skipped\":true},"
                        + "\"which\":{\"values\":[\"a\",\"\\\"c\\\"\"],\"skipped\":false}}");
    }

    private List<ItemUpdate> changes(String before, String after) {
        return trees.changes(new Json(before), new Json(after));
    }

    private static String card(String... children) {
        return "{\"type\":\"Card\",\"children\":[" + String.join(",", children) + "]}";
    }

    private static String text(String id, String value, boolean streaming) {
        return "{\"type\":\"Text\",\"id\":\"%s\",\"value\":\"%s\",\"streaming\":%s}".formatted(id, value, streaming);
    }
}
