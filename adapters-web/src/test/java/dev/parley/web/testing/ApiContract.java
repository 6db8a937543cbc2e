package dev.parley.web.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The API's description, to which all that tests are answered has to keep: status, code, media type, and body, with nothing
 * beside what is described.
 */
public final class ApiContract {

    private static final String ADDRESS = "https://parley.example/openapi.json";
    private static final String SCHEMAS = "#/components/schemas/";
    private static final String EVENTS = "text/event-stream";

    /** Of an address that is not there, or not on this server. The description has it for all of them. */
    private static final Set<String> OF_NO_OPERATION = Set.of("NOT_FOUND");

    private static final Set<Integer> PORTS = ConcurrentHashMap.newKeySet();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<Operation> operations;
    private final SchemaRegistry schemas;

    private ApiContract(JsonNode api) {
        this.operations = api.at("/paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .map(operation -> new Operation(path.getKey(), operation.getKey(), operation.getValue())))
                .sorted(Comparator.comparingInt(Operation::variables))
                .toList();
        api.at("/components/schemas").values().forEach(ApiContract::close);
        String closed = JSON.writeValueAsString(api);
        this.schemas = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                registry -> registry.schemas(address -> address.equals(ADDRESS) ? closed : null)
                        .schemaLoader(loader -> loader.fetchRemoteResources(false)));
    }

    /** Has all answers from this port checked. */
    static void watch(int port) {
        PORTS.add(port);
    }

    /** Checks an answer; those to what is no operation may be anything. */
    static void check(HttpResponse<?> answer) {
        if (!PORTS.contains(answer.request().uri().getPort())) {
            return;
        }
        String path = answer.request().uri().getRawPath().replaceFirst("^/talk/", "/");
        Described.API
                .operation(answer.request().method(), path)
                .ifPresent(operation -> Described.API.check(operation, answer));
    }

    private Optional<Operation> operation(String method, String path) {
        return operations.stream()
                .filter(operation -> operation.is(method, path))
                .findFirst();
    }

    private void check(Operation operation, HttpResponse<?> answer) {
        int status = answer.statusCode();
        String body = answer.body() instanceof String text ? text : "";
        if (status >= 400 && OF_NO_OPERATION.contains(code(body))) {
            return;
        }
        JsonNode content = operation.json.at("/responses/" + status + "/content");
        assertThat(content.isObject())
                .as("%s describes %d, which was answered with %s", operation, status, body)
                .isTrue();
        String type = answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
        if (content.has("*/*")) {
            return;
        }
        assertThat(content.has(type))
                .as("%s describes %s for %d", operation, type, status)
                .isTrue();
        if (status >= 400 && !body.isEmpty()) {
            assertThat(content.at("/application~1json/examples").propertyNames())
                    .as("the codes of %s for %d", operation, status)
                    .contains(code(body));
        }
        JsonNode schema = content.path(type).path("schema");
        bodies(type, body)
                .forEach(json -> validate(operation, type.equals(EVENTS) ? "StreamEvent" : name(schema), json));
    }

    private void validate(Operation operation, String schema, JsonNode json) {
        Schema described = schemas.getSchema(SchemaLocation.of(ADDRESS + SCHEMAS + schema));
        assertThat(described.validate(json))
                .as("%s is a %s: %s", operation, schema, json)
                .isEmpty();
    }

    private static Stream<JsonNode> bodies(String type, String body) {
        return switch (type) {
            case EVENTS ->
                body.lines()
                        .filter(line -> line.startsWith("data: {"))
                        .map(line -> JSON.readTree(line.substring("data: ".length())));
            case "application/json" -> body.isEmpty() ? Stream.empty() : Stream.of(JSON.readTree(body.strip()));
            default -> Stream.empty();
        };
    }

    private static String name(JsonNode schema) {
        String reference = schema.path("$ref").asString();
        assertThat(reference).startsWith(SCHEMAS);
        return reference.substring(SCHEMAS.length());
    }

    private static String code(String body) {
        return body.startsWith("{") ? JSON.readTree(body).at("/error/code").asString("") : "";
    }

    /** An object has what is described and no more. */
    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.has("properties")) {
            object.put("additionalProperties", false);
        }
    }

    private static JsonNode read() {
        URI address = URI.create("http://127.0.0.1:" + RunningParley.shared().port() + "/v3/api-docs");
        try (HttpClient http = HttpClient.newHttpClient()) {
            return JSON.readTree(http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                    .body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException("interrupted while reading " + address));
        }
    }

    private static final class Described {

        private static final ApiContract API = new ApiContract(read());
    }

    /** An operation and its address. */
    private record Operation(String method, Pattern path, int variables, JsonNode json) {

        Operation(String path, String method, JsonNode json) {
            this(
                    method.toUpperCase(Locale.ROOT),
                    Pattern.compile(path.replaceAll("\\{\\w+}", "[^/]+")),
                    path.split("\\{", -1).length,
                    json);
        }

        boolean is(String otherMethod, String otherPath) {
            return method.equals(otherMethod) && path.matcher(otherPath).matches();
        }

        @Override
        public String toString() {
            return json.at("/operationId").asString();
        }
    }
}
