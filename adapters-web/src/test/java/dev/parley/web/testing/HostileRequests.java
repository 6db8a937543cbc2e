package dev.parley.web.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Requests as no component sends them: good ones, of which up to three places hold what does not belong there. */
final class HostileRequests {

    /** Half a surrogate pair can be written in ASCII only. */
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1.5",
            "1e400",
            "99999999999999999999",
            "[]",
            "{}",
            "[null]",
            "{\"a\":{}}",
            "\"\"",
            "\" \"",
            "\"\\u202e\\ufffe\\uffff\"",
            "\"'; drop table item; --\"",
            "\"../../etc/passwd\"",
            "\"%00%n%s${7*7}\"",
            "\"msg_\"",
            "\"threads.delete\"",
            "\"image/png\"");

    /** What PostgreSQL cannot keep. */
    private static final List<String> UNSTORABLE =
            List.of("\"\\u0000\"", "\"a\\u0000\"", "\"a\\udc00b\"", "{\"a\":\"\\ud800\"}", "{\"a\\u0000\":[1]}");

    private static final int LONG = 70_000;
    private static final int DEEP = 150;
    private static final int MANY = 300;

    private final Random random;
    private final List<JsonNode> good;
    private final List<String> ids;

    /**
     * Makes requests.
     *
     * @param good what is changed
     * @param ids of anything and anybody, to be put where others belong
     */
    HostileRequests(Random random, List<JsonNode> good, List<String> ids) {
        this.random = random;
        this.good = good;
        this.ids = ids;
    }

    /** The next one, which may be no JSON at all. */
    byte[] next() {
        JsonNode request = good.get(random.nextInt(good.size())).deepCopy();
        int changes = random.nextBoolean() ? 1 : 1 + random.nextInt(3);
        for (int change = 0; change < changes; change++) {
            List<Place> places = places(request);
            if (!places.isEmpty()) {
                change(places.get(random.nextInt(places.size())));
            }
        }
        byte[] body = JSON.writeValueAsString(request).getBytes(StandardCharsets.UTF_8);
        return random.nextInt(12) == 0 ? broken(body) : body;
    }

    private void change(Place place) {
        switch (random.nextInt(8)) {
            case 0 -> place.remove();
            case 1 -> place.add("unheard_of_" + random.nextInt(10), hostile());
            case 2 -> place.add("\u0000", hostile());
            default -> place.put(hostile());
        }
    }

    private JsonNode hostile() {
        return switch (random.nextInt(12)) {
            case 0 -> NODES.stringNode("x".repeat(LONG));
            case 1 -> deep();
            case 2 -> many();
            case 3, 4 -> NODES.stringNode(ids.get(random.nextInt(ids.size())));
            case 5, 6, 7, 8, 9 -> JSON.readTree(UNSTORABLE.get(random.nextInt(UNSTORABLE.size())));
            default -> JSON.readTree(VALUES.get(random.nextInt(VALUES.size())));
        };
    }

    private static JsonNode deep() {
        JsonNode deep = NODES.nullNode();
        for (int level = 0; level < DEEP; level++) {
            deep = NODES.arrayNode().add(deep);
        }
        return deep;
    }

    private JsonNode many() {
        ArrayNode many = NODES.arrayNode();
        JsonNode entry = hostileEntry();
        IntStream.range(0, MANY).forEach(index -> many.add(entry));
        return many;
    }

    private JsonNode hostileEntry() {
        return random.nextBoolean()
                ? NODES.stringNode(ids.get(random.nextInt(ids.size())))
                : JSON.readTree("{\"type\":\"input_text\",\"text\":\"x\"}");
    }

    private byte[] broken(byte[] body) {
        byte[] broken = body.clone();
        switch (random.nextInt(3)) {
            case 0 -> broken[random.nextInt(broken.length)] = (byte) random.nextInt();
            case 1 ->
                broken = new String(body, 0, random.nextInt(body.length), StandardCharsets.UTF_8)
                        .getBytes(StandardCharsets.UTF_8);
            default -> {
                String text = new String(body, StandardCharsets.UTF_8);
                broken = text.replace("\"params\"", "\"params\":{},\"params\"").getBytes(StandardCharsets.UTF_8);
            }
        }
        return broken;
    }

    private static List<Place> places(JsonNode json) {
        List<Place> places = new ArrayList<>();
        if (json instanceof ObjectNode object) {
            object.propertyNames().forEach(name -> places.add(new Place.Member(object, name)));
        } else if (json instanceof ArrayNode array) {
            IntStream.range(0, array.size()).forEach(index -> places.add(new Place.Entry(array, index)));
        }
        json.values().stream()
                .filter(HostileRequests::isSmall)
                .map(HostileRequests::places)
                .forEach(places::addAll);
        return places;
    }

    /** What is long or deep was put there, and is not looked into. */
    private static boolean isSmall(JsonNode json) {
        return json.size() < MANY && !(json.isArray() && json.path(0).path(0).isArray());
    }

    /** A place in a request. */
    private sealed interface Place {

        void put(JsonNode value);

        void remove();

        /** Adds something beside what is there. */
        void add(String name, JsonNode value);

        record Member(ObjectNode object, String name) implements Place {

            @Override
            public void put(JsonNode value) {
                object.set(name, value);
            }

            @Override
            public void remove() {
                object.remove(name);
            }

            @Override
            public void add(String other, JsonNode value) {
                object.set(other, value);
            }
        }

        record Entry(ArrayNode array, int index) implements Place {

            @Override
            public void put(JsonNode value) {
                array.set(index, value);
            }

            @Override
            public void remove() {
                array.remove(index);
            }

            @Override
            public void add(String name, JsonNode value) {
                array.add(value);
            }
        }
    }
}
