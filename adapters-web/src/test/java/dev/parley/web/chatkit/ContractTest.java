package dev.parley.web.chatkit;

import static dev.parley.application.testing.EveryEvent.CONVERSATION;
import static dev.parley.web.item.WireJsonUnderTest.written;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.event.ItemUpdate;
import dev.parley.application.event.RunEvent;
import dev.parley.application.shared.Language;
import dev.parley.application.testing.EveryEvent;
import dev.parley.application.testing.EveryItem;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.item.Item;
import dev.parley.web.item.WireEvent;
import dev.parley.web.testing.ChatKitContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Whatever the protocol has a name for has a contract, and no contract lets anything more through. */
class ContractTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern ID = Pattern.compile("\"(msg|tc|wf|tsk|atc)_(\\d+)\"");

    /** An example a line, which {@code scripts/check-chatkit} has the reference read. */
    private static final Path EXAMPLES = Path.of("src/test/resources/chatkit/examples.jsonl");

    private static final String WRITE = "./mvnw -Pquick -pl adapters-web -am -Dtest=ContractTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dexamples.write=true test";

    /** JSON of others, which may hold anything. */
    private static final Set<String> OPAQUE = Set.of("data", "arguments", "output", "widget", "component");

    @Test
    void everyOperationHasAContract() {
        assertThat(ChatKitContract.operations()).isEqualTo(ChatKitOperation.TYPES.keySet());
    }

    @Test
    void everyKindOfEventUpdateAndItemIsAmongTheExamples() {
        assertThat(classesOf(EveryEvent.events().stream())).isEqualTo(permitted(RunEvent.class));
        assertThat(classesOf(EveryEvent.events().stream()
                        .filter(RunEvent.ItemUpdated.class::isInstance)
                        .map(event -> ((RunEvent.ItemUpdated) event).update())))
                .isEqualTo(permitted(ItemUpdate.class));
        assertThat(classesOf(EveryItem.items().stream())).isEqualTo(permitted(Item.class));
    }

    @Test
    void everyExampleKeepsToTheContractAndEveryContractHasAnExample() {
        List<JsonNode> events = events();

        events.forEach(ChatKitContract::checkEvent);

        assertThat(types(events, "/type")).isEqualTo(ChatKitContract.names("events"));
        assertThat(types(events, "/update/type")).isEqualTo(ChatKitContract.names("updates"));
        assertThat(types(events, "/item/type")).isEqualTo(ChatKitContract.names("items"));
        assertThat(types(events, "/item/task/type")).isEqualTo(ChatKitContract.names("tasks"));
    }

    @Test
    void theReferenceIsGivenEveryExample() throws IOException {
        String examples = events().stream().map(event -> event + "\n").collect(Collectors.joining());
        if (Boolean.getBoolean("examples.write")) {
            Files.writeString(EXAMPLES, examples);
        }

        assertThat(Files.readString(EXAMPLES))
                .as("the examples; write them anew with: %s", WRITE)
                .isEqualTo(examples);
    }

    @Test
    void noFieldIsAddedUnnoticed() {
        for (JsonNode event : events()) {
            for (ObjectNode part : objects(event)) {
                part.put("unheard_of", true);
                assertThat(ChatKitContract.allows(event)).as("%s", event).isFalse();
                part.remove("unheard_of");
            }
        }
    }

    @Test
    void nothingIsNull() {
        for (JsonNode event : events()) {
            for (ObjectNode part : objects(event)) {
                for (String field : List.copyOf(part.propertyNames())) {
                    JsonNode value = part.replace(field, JsonNodeFactory.instance.nullNode());
                    assertThat(ChatKitContract.allows(event) && !field.equals("output"))
                            .as("%s", event)
                            .isFalse();
                    part.set(field, value);
                }
            }
        }
    }

    private static List<JsonNode> events() {
        return EveryEvent.events().stream()
                .flatMap(event -> WireEvent.of(
                        CONVERSATION.id(),
                        event,
                        id -> "https://parley.example/" + id,
                        Conversation::imageDomains,
                        Language.ENGLISH)
                        .stream())
                .map(event -> written(Optional.of(event)))
                .map(event -> ID.matcher(event)
                        .replaceAll(id -> "\"%s_%024d\"".formatted(id.group(1), Integer.parseInt(id.group(2)))))
                .map(JSON::readTree)
                .toList();
    }

    /** All objects that are the protocol's own. */
    private static List<ObjectNode> objects(JsonNode json) {
        List<ObjectNode> objects = new ArrayList<>();
        if (json instanceof ObjectNode object) {
            objects.add(object);
        }
        json.forEachEntry((name, value) -> {
            if (!OPAQUE.contains(name)) {
                objects.addAll(objects(value));
            }
        });
        if (json.isArray()) {
            json.forEach(value -> objects.addAll(objects(value)));
        }
        return objects;
    }

    private static Set<String> types(List<JsonNode> events, String place) {
        return events.stream()
                .map(event -> event.at(place))
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .collect(Collectors.toSet());
    }

    private static Set<Class<?>> classesOf(Stream<?> values) {
        return values.map(Object::getClass).collect(Collectors.toSet());
    }

    /** All that a sealed type permits, down to what is not sealed itself. */
    private static Set<Class<?>> permitted(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses())
                        .flatMap(permitted -> permitted(permitted).stream())
                        .collect(Collectors.toSet())
                : Set.of(type);
    }
}
