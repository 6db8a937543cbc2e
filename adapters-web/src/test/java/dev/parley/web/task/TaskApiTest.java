package dev.parley.web.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.web.testing.Answer;
import dev.parley.web.testing.Api;
import dev.parley.web.testing.RunningParley;
import dev.parley.web.testing.Tokens;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaskApiTest {

    private static final String TASKS = "/api/v1/tasks";
    private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z";

    private final Api user = RunningParley.shared().someone();

    @Test
    void aTaskIsAdded() {
        String subject = UUID.randomUUID().toString();

        Answer answer = user.as(Tokens.of(subject)).post(TASKS, """
                        {"title": " Buy milk ", "description": "two litres", "priority": "high", "tags": ["home", "Shop"]}""");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().at("/success").asBoolean()).isTrue();
        assertThat(answer.data().propertyNames())
                .containsExactly(
                        "id",
                        "user_id",
                        "title",
                        "description",
                        "priority",
                        "tags",
                        "completed",
                        "created_at",
                        "updated_at");
        assertThat(answer.data().at("/user_id").asString()).isEqualTo(subject);
        assertThat(answer.data().at("/title").asString()).isEqualTo("Buy milk");
        assertThat(answer.data().at("/description").asString()).isEqualTo("two litres");
        assertThat(answer.data().at("/priority").asString()).isEqualTo("high");
        assertThat(answer.data().at("/tags").toString()).isEqualTo("[\"home\",\"Shop\"]");
        assertThat(answer.data().at("/completed").asBoolean(true)).isFalse();
        assertThat(answer.data().at("/created_at").asString()).matches(TIME);
        assertThat(answer.data().at("/updated_at").asString()).matches(TIME);
    }

    @Test
    void aTitleIsEnough() {
        Answer answer = user.post(TASKS, "{\"title\":\"Buy milk\"}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.data().at("/priority").asString()).isEqualTo("medium");
        assertThat(answer.data().at("/tags").toString()).isEqualTo("[]");
        assertThat(answer.data().has("description")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title       | {}",
                "title       | {\"title\": null}",
                "title       | {\"title\": \" \"}",
                "title       | {\"title\": 5}",
                "title       | {\"title\": \"a\\u0000b\"}",
                "description | {\"title\": \"a\", \"description\": \"\\ud83d\"}",
                "description | {\"title\": \"a\", \"description\": [\"b\"]}",
                "priority    | {\"title\": \"a\", \"priority\": \"urgent\"}",
                "priority    | {\"title\": \"a\", \"priority\": 1}",
                "tags        | {\"title\": \"a\", \"tags\": \"home\"}",
                "tags[1]     | {\"title\": \"a\", \"tags\": [\"home\", null]}",
                "tags[0]     | {\"title\": \"a\", \"tags\": [\" \"]}",
                "tags        | {\"title\": \"a\", \"tags\": [1]}",
                "body        | []",
                "body        | {"
            })
    void contentThatCannotBeIsRefusedWithItsField(String field, String body) {
        String id = add("Buy milk");

        for (Answer answer : List.of(user.post(TASKS, body), put(id, body))) {
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.code()).isEqualTo("INVALID_REQUEST");
            assertThat(answer.message()).startsWith(field);
        }
        assertThat(titles("")).containsExactly("Buy milk");
    }

    @Test
    void aTaskIsRead() {
        Answer added = user.post(TASKS, "{\"title\":\"Buy milk\"}");

        Answer read = user.get(path(added.data().at("/id").asString()));

        assertThat(read.status()).isEqualTo(200);
        assertThat(read.body()).isEqualTo(added.body());
    }

    @Test
    void anUpdateReplacesTheContent() {
        String id = user.post(TASKS, "{\"title\":\"Buy milk\",\"description\":\"fresh\",\"priority\":\"high\"}")
                .data()
                .at("/id")
                .asString();

        Answer answer = put(id, "{\"title\":\"Buy oil\",\"tags\":[\"shop\"]}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.data().at("/title").asString()).isEqualTo("Buy oil");
        assertThat(answer.data().has("description")).isFalse();
        assertThat(answer.data().at("/priority").asString()).isEqualTo("medium");
        assertThat(answer.data().at("/tags").toString()).isEqualTo("[\"shop\"]");
        assertThat(user.get(path(id)).body()).isEqualTo(answer.body());
    }

    @Test
    void completingTogglesAndAnUpdateLeavesItAlone() {
        String id = add("Buy milk");

        assertThat(complete(id).data().at("/completed").asBoolean()).isTrue();
        assertThat(put(id, "{\"title\":\"Buy oil\"}").data().at("/completed").asBoolean())
                .isTrue();
        assertThat(user.patch(path(id) + "/complete", "{}")
                        .data()
                        .at("/completed")
                        .asBoolean(true))
                .isFalse();
    }

    @Test
    void aDeletedTaskIsGone() {
        String id = add("Buy milk");

        Answer answer = user.delete(path(id));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.data().toString()).isEqualTo("{\"deleted\":true,\"task_id\":\"%s\"}".formatted(id));
        assertThat(user.get(path(id)).code()).isEqualTo("TASK_NOT_FOUND");
        assertThat(user.delete(path(id)).status()).isEqualTo(404);
    }

    @Test
    void theListIsEmptyAtFirst() {
        Answer list = user.get(TASKS);

        assertThat(list.status()).isEqualTo(200);
        assertThat(list.body()).isEqualTo("{\"success\":true,\"data\":[],\"meta\":{\"total\":0,\"has_more\":false}}");
    }

    @ParameterizedTest
    @CsvSource({
        "'', Buy oil;Sell car;Buy milk",
        "?status=all, Buy oil;Sell car;Buy milk",
        "?status=pending, Buy oil;Sell car",
        "?status=completed, Buy milk",
        "?priority=HIGH, Sell car",
        "?tag=HOME, Sell car",
        "?search=bUY, Buy oil;Buy milk",
        "?search=%25, Sell car",
        "?sort=title, Buy milk;Buy oil;Sell car",
        "?sort=title&order=desc, Sell car;Buy oil;Buy milk",
        "?sort=created&order=asc, Buy milk;Sell car;Buy oil",
        "?sort=updated, Buy milk;Buy oil;Sell car",
        "?sort=priority&priority=high, Sell car",
        "?status=pending&search=buy&tag=&priority=medium, Buy oil"
    })
    void theListIsFilteredAndSorted(String query, String titles) {
        String milk = add("Buy milk");
        user.post(
                TASKS,
                "{\"title\":\"Sell car\",\"description\":\"10 % off\",\"priority\":\"high\",\"tags\":[\"home\"]}");
        add("Buy oil");
        complete(milk);

        assertThat(titles(query)).containsExactly(titles.split(";"));
    }

    @Test
    void pagesHoldEveryTaskOnce() {
        for (int i = 0; i < 5; i++) {
            add("task " + i);
        }

        List<String> seen = new ArrayList<>();
        String after = "";
        while (after != null) {
            String query = "?sort=title&limit=2" + (after.isEmpty() ? "" : "&after=" + after);
            Answer page = user.get(TASKS + query);
            assertThat(page.json().at("/meta/total").asInt()).isEqualTo(5);
            seen.addAll(titlesOf(page));
            after = page.json().at("/meta/has_more").asBoolean()
                    ? page.json().at("/meta/after").asString()
                    : null;
        }

        assertThat(seen).containsExactly("task 0", "task 1", "task 2", "task 3", "task 4");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=101",
                "limit=many",
                "status=done",
                "priority=urgent",
                "sort=size",
                "order=up",
                "tag=%00",
                "search=%00",
                "after=nothing",
                "after=00000000-0000-0000-0000-00000000000",
                "after="
            })
    void aListThatCannotBeIsRefused(String query) {
        Answer answer = user.get(TASKS + "?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("INVALID_REQUEST");
        assertThat(answer.message()).startsWith(query.substring(0, query.indexOf('=')) + " ");
    }

    @Test
    void aPageBehindADeletedTaskGoesOnWhereItStood() {
        List<String> ids = new ArrayList<>();
        for (String title : List.of("a", "b", "c", "d")) {
            ids.add(add(title));
        }
        user.delete(path(ids.get(1)));

        Answer rest = user.get(TASKS + "?sort=title&limit=2&after=" + ids.get(1));

        assertThat(rest.data().valueStream().map(task -> task.at("/title").asString()))
                .containsExactly("c", "d");
        assertThat(rest.json().at("/meta/total").asInt()).isEqualTo(3);
    }

    @Test
    void behindATaskThatNeverWasOrIsAnothersThereIsNothing() {
        add("a");
        String anothers = RunningParley.shared()
                .someone()
                .post(TASKS, "{\"title\":\"b\"}")
                .data()
                .at("/id")
                .asString();

        for (String unknown : List.of(anothers, "00000000-0000-0000-0000-000000000000")) {
            Answer rest = user.get(TASKS + "?after=" + unknown);
            assertThat(rest.status()).isEqualTo(200);
            assertThat(rest.data()).isEmpty();
            assertThat(rest.json().at("/meta/total").asInt()).isEqualTo(1);
            assertThat(rest.json().at("/meta/has_more").asBoolean()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "00000000-0000-0000-0000-000000000000", "%F0%9F%9A%A2"})
    void anUnknownOrMalformedIdIsNotFound(String id) {
        for (Answer answer :
                List.of(user.get(path(id)), put(id, "{\"title\":\"new\"}"), user.delete(path(id)), complete(id))) {
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.code()).isEqualTo("TASK_NOT_FOUND");
        }
    }

    @Test
    void anothersTaskIsNotFoundAndStaysAsItWas() {
        String id = add("Buy milk");
        String before = user.get(path(id)).body();
        Api stranger = RunningParley.shared().someone();

        for (Answer answer : List.of(
                stranger.get(path(id)),
                stranger.sendJson("PUT", path(id), BodyPublishers.ofString("{\"title\":\"mine\"}")),
                stranger.delete(path(id)),
                stranger.patch(path(id) + "/complete", "{}"))) {
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.code()).isEqualTo("TASK_NOT_FOUND");
        }

        assertThat(user.get(path(id)).body()).isEqualTo(before);
        assertThat(stranger.get(TASKS).data().size()).isZero();
    }

    @Test
    void tasksNeedAToken() {
        assertThat(user.as(null).get(TASKS).status()).isEqualTo(401);
    }

    private String add(String title) {
        return user.post(TASKS, "{\"title\":\"%s\"}".formatted(title))
                .data()
                .at("/id")
                .asString();
    }

    private Answer put(String id, String body) {
        return user.sendJson("PUT", path(id), BodyPublishers.ofString(body));
    }

    private Answer complete(String id) {
        return user.send(path(id) + "/complete", request -> request.method("PATCH", BodyPublishers.noBody()));
    }

    private List<String> titles(String query) {
        return titlesOf(user.get(TASKS + query));
    }

    private static List<String> titlesOf(Answer list) {
        return list.data()
                .valueStream()
                .map(task -> task.at("/title").asString())
                .toList();
    }

    private static String path(String id) {
        return TASKS + "/" + id;
    }
}
