package dev.parley.web.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The protocol's wire form: what each operation answers and each event holds, and nothing beside it. It is written down in
 * the schemas of the folder {@code chatkit}, by which everything has a name there.
 */
public final class ChatKitContract {

    private static final String BASE = "https://parley.example/";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemas(ChatKitContract::schema)
                    .schemaLoader(loader -> loader.fetchRemoteResources(false)));
    private static final JsonNode OPERATIONS = JSON.readTree(read("operations.json"));
    private static final Pattern EVENTS = Pattern.compile("(data: \\{[^\\n]*\\}\\n\\n)+");

    private ChatKitContract() {}

    /** The types of all operations. */
    public static Set<String> operations() {
        return Set.copyOf(OPERATIONS.propertyNames());
    }

    /** What a schema has a name for, such as the types of all {@code events}. */
    public static Set<String> names(String schema) {
        return JSON.readTree(read(schema + ".json")).at("/$defs").propertyNames().stream()
                .filter(Predicate.not("any"::equals))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Checks what an operation was answered: by JSON, by a stream, or by a refusal. */
    public static void check(String operation, Answer answer) {
        String type = answer.header("Content-Type");
        if (answer.status() != 200) {
            assertThat(type).startsWith("application/json");
            check("answers", "refusal", answer.json());
            return;
        }
        JsonNode expected = OPERATIONS.path(operation);
        assertThat(expected.isObject())
                .as("the operation %s is known", operation)
                .isTrue();
        if (expected.has("answer")) {
            assertThat(type).isEqualTo("application/json");
            check("answers", expected.at("/answer").asString(), answer.json());
        } else {
            assertThat(type).isEqualTo("text/event-stream;charset=UTF-8");
            checkStream(expected.at("/begins"), answer);
        }
    }

    /** Checks one event. */
    public static void checkEvent(JsonNode event) {
        check("events", event.at("/type").asString(), event);
    }

    /** Whether it is an event of the protocol. */
    public static boolean allows(JsonNode event) {
        return names("events").contains(event.at("/type").asString())
                && schema("events", event.at("/type").asString())
                        .validate(event)
                        .isEmpty();
    }

    private static void checkStream(JsonNode begins, Answer answer) {
        assertThat(answer.body()).matches(EVENTS);
        List<JsonNode> events = answer.jsonEvents();
        events.forEach(ChatKitContract::checkEvent);
        List<String> types =
                events.stream().map(event -> event.at("/type").asString()).toList();
        if (!isRefusal(events)) {
            List<String> first = begins.valueStream().map(JsonNode::asString).toList();
            assertThat(types).startsWith(first.toArray(String[]::new));
            assertThat(types.subList(0, types.size() - 1))
                    .as("an error is the end")
                    .doesNotContain("error");
        }
    }

    private static boolean isRefusal(List<JsonNode> events) {
        return events.size() == 1 && events.getFirst().at("/code").asString("").equals("custom");
    }

    private static void check(String schema, String name, JsonNode json) {
        assertThat(names(schema)).as("what has a contract").contains(name);
        assertThat(schema(schema, name).validate(json)).as("%s", json).isEmpty();
    }

    private static Schema schema(String schema, String name) {
        return SCHEMAS.getSchema(SchemaLocation.of(BASE + schema + ".json#/$defs/" + name));
    }

    private static @Nullable String schema(String address) {
        return address.startsWith(BASE) ? read(address.substring(BASE.length())) : null;
    }

    private static String read(String name) {
        try (InputStream in = ChatKitContract.class.getResourceAsStream("/chatkit/" + name)) {
            if (in == null) {
                throw new IllegalStateException("there is no " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
