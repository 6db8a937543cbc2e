package dev.parley.web.testing;

import java.net.http.HttpHeaders;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the server answered. */
public record Answer(int status, HttpHeaders headers, String body) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The body as JSON. */
    public JsonNode json() {
        return JSON.readTree(body);
    }

    /** The envelope's data. */
    public JsonNode data() {
        return json().at("/data");
    }

    /** The code of a refusal. */
    public String code() {
        return json().at("/error/code").asString();
    }

    /** The message of a refusal. */
    public String message() {
        return json().at("/error/message").asString();
    }

    /** A header, or "" where there is none. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** The data of each event of a stream, in order; the last is {@code [DONE]}. */
    public List<String> events() {
        return lines("data: ");
    }

    /** The ids of a stream's events, in order. */
    public List<String> eventIds() {
        return lines("id: ");
    }

    private List<String> lines(String prefix) {
        return body.lines()
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()))
                .toList();
    }

    /** The JSON events of a stream. */
    public List<JsonNode> jsonEvents() {
        return events().stream()
                .filter(event -> !event.equals("[DONE]"))
                .map(JSON::readTree)
                .toList();
    }
}
