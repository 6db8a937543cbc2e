package dev.parley.web.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.web.testing.Answer;
import dev.parley.web.testing.Api;
import dev.parley.web.testing.RunningParley;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class FollowRunApiTest {

    private final RunningParley parley = RunningParley.shared();
    private final Api user = parley.someone();
    private final String session = user.newSession();
    private final String runs = Api.runsOf(session);

    @AfterEach
    void echoAgain() {
        parley.assistant().reset();
    }

    @Test
    void aStreamBeginsWithTheRunsIdAndItsEventsAreNumbered() {
        Answer said = user.say(session, "one two");

        String run = said.header("X-Run-Id");
        assertThat(said.body()).startsWith(": run " + run + "\n\n");
        assertThat(said.eventIds()).first().isEqualTo(run + ":1");
        assertThat(said.eventIds()).hasSameSizeAs(said.jsonEvents()).doesNotHaveDuplicates();
    }

    @Test
    void anEndedRunIsShownAgainToTheByte() {
        Answer said = user.say(session, "one two");

        Answer again = user.get(eventsOf(said));

        assertThat(again.body()).isEqualTo(said.body());
        assertThat(again.header("X-Run-Id")).isEqualTo(said.header("X-Run-Id"));
    }

    @Test
    void aClientGoesOnBehindTheEventThatItHasSeen() {
        Answer said = user.say(session, "one two");
        String third = said.eventIds().get(2);
        List<String> rest = said.events().subList(3, said.events().size());

        Answer byHeader = user.send(eventsOf(said), request -> request.GET().header("Last-Event-ID", third));
        Answer byParameter = user.get(eventsOf(said) + "?after=" + third);
        Answer byNumber = user.get(eventsOf(said) + "?after=3");

        assertThat(byHeader.events()).isEqualTo(rest);
        assertThat(byParameter.events()).isEqualTo(rest);
        assertThat(byNumber.events()).isEqualTo(rest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1", "3:x", "00000000-0000-0000-0000-000000000000:3", "99999999999999999999"})
    void whatIsNoEventOfTheRunIsRefused(String position) {
        Answer said = user.say(session, "hi");

        Answer answer = user.send(eventsOf(said), request -> request.GET().header("Last-Event-ID", position));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("INVALID_REQUEST");
        assertThat(answer.message()).startsWith("Last-Event-ID");
        Answer byParameter = user.send(
                eventsOf(said) + "?after=" + position, request -> request.GET().header("Last-Event-ID", "1"));
        assertThat(byParameter.status()).isEqualTo(400);
        assertThat(byParameter.message()).startsWith("after");
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000000-0000-0000-0000-000000000000", "nonsense"})
    void aRunThatIsNotTheThreadsIsNotFound(String run) {
        for (Answer answer : List.of(
                user.get(runs + "/" + run),
                user.get(runs + "/" + run + "/events"),
                user.post(runs + "/" + run + "/cancel"))) {
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.code()).isEqualTo("RUN_NOT_FOUND");
        }
    }

    @Test
    void aRunIsItsOwnersAlone() {
        String run = runOf(user.say(session, "secret"));
        Api other = parley.someone();

        for (Answer answer : List.of(
                other.get(runs),
                other.get(runs + "/" + run),
                other.get(runs + "/" + run + "/events"),
                other.post(runs + "/" + run + "/cancel"))) {
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.code()).isEqualTo("FORBIDDEN");
        }
    }

    @Test
    void aRunOfAnotherThreadIsNotFoundInThisOne() {
        String elsewhere = user.newSession();
        String run = runOf(user.say(elsewhere, "hi"));

        assertThat(user.get(runs + "/" + run + "/events").code()).isEqualTo("RUN_NOT_FOUND");
    }

    @Test
    void aRunTellsHowItStandsAndIsListedNewestFirst() {
        String first = runOf(user.say(session, "1"));
        String second = runOf(user.say(session, "2"));

        JsonNode read = user.get(runs + "/" + first).data();
        Answer page = user.get(runs + "?limit=1");
        Answer rest = user.get(runs + "?limit=1&after=" + second);

        assertThat(read.at("/status").asString()).isEqualTo("completed");
        assertThat(read.at("/thread_id").asString()).isEqualTo(session);
        assertThat(read.at("/finished_at").asString()).endsWith("Z");
        assertThat(read.has("items")).isFalse();
        assertThat(page.json().at("/data/0/id").asString()).isEqualTo(second);
        assertThat(page.json().at("/has_more").asBoolean()).isTrue();
        assertThat(rest.json().at("/data/0/id").asString()).isEqualTo(first);
        assertThat(rest.json().at("/has_more").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"limit=0", "limit=101", "limit=x", "after=nonsense"})
    void aPageThatCannotBeIsRefused(String query) {
        assertThat(user.get(runs + "?" + query).code()).isEqualTo("INVALID_REQUEST");
    }

    @Test
    void behindARunThatTheThreadNeverHadThereIsNothing() {
        user.say(session, "hi");
        String elsewhere = runOf(user.say(user.newSession(), "hi"));

        for (String unknown : List.of(elsewhere, UUID.randomUUID().toString())) {
            Answer rest = user.get(runs + "?after=" + unknown);
            assertThat(rest.status()).isEqualTo(200);
            assertThat(rest.data()).isEmpty();
            assertThat(rest.json().at("/has_more").asBoolean()).isFalse();
        }
    }

    @Test
    void aClientMayWaitForTheEnd() {
        Answer answer = user.post(runs, Api.message("hi", "'stream': false"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.data().at("/status").asString()).isEqualTo("completed");
        assertThat(answer.data().at("/items").values())
                .extracting(item -> item.at("/content/0/text").asString())
                .containsExactly("hi", "hi");
    }

    @Test
    void aClientNeedNotWait() {
        CountDownLatch mayEnd = new CountDownLatch(1);
        parley.assistant().follow((turn, reply) -> {
            waitFor(mayEnd);
            reply.text("done");
        });

        Answer answer = user.post(runs, Api.message("hi", "'background': true"));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.data().at("/status").asString()).isEqualTo("running");
        mayEnd.countDown();
        assertThat(user.get(runs + "/" + answer.data().at("/id").asString() + "/events")
                        .body())
                .contains("\"done\"")
                .endsWith("data: [DONE]\n\n");
    }

    @Test
    void aRunIsStoppedAndKeepsWhatItSaid() {
        parley.assistant().follow((turn, reply) -> {
            reply.text("half of");
            waitFor(new CountDownLatch(1));
        });
        String run = user.post(runs, Api.message("hi", "'background': true"))
                .data()
                .at("/id")
                .asString();
        String events = runs + "/" + run + "/events";

        Answer answer = user.post(runs + "/" + run + "/cancel");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(user.get(events).body()).endsWith("data: [DONE]\n\n");
        assertThat(user.get(runs + "/" + run).data().at("/status").asString()).isEqualTo("cancelled");
        assertThat(user.post(runs + "/" + run + "/cancel").status()).isEqualTo(202);
    }

    @Test
    void aMessageWaitsWhereItsUserWants() {
        CountDownLatch mayEnd = new CountDownLatch(1);
        parley.assistant().follow((turn, reply) -> {
            waitFor(mayEnd);
            reply.text("to " + turn.message().text());
        });
        user.post(runs, Api.message("hi", "'background': true"));

        Answer waiting = user.post(runs, Api.message("hi", "'background': true, 'on_active_run': 'enqueue'"));

        assertThat(waiting.data().at("/status").asString()).isEqualTo("queued");
        mayEnd.countDown();
        assertThat(user.get(runs + "/" + waiting.data().at("/id").asString() + "/events")
                        .body())
                .contains("\"to hi\"")
                .endsWith("data: [DONE]\n\n");
    }

    @Test
    void whatToDoWithAMessageIsOneOfThree() {
        Answer answer = user.post(runs, Api.message("hi", "'on_active_run': 'wait'"));

        assertThat(answer.code()).isEqualTo("INVALID_REQUEST");
        assertThat(answer.message()).startsWith("on_active_run");
    }

    @Test
    void aRunThatIsStartedAgainWithItsKeyIsShownFromTheStart() {
        Answer first = keyed("key-1", Api.message("hi"));
        Answer again = keyed("key-1", Api.message("hi"));

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        assertThat(user.session(session).data().at("/messages").size()).isEqualTo(2);
    }

    @Test
    void anotherMessageWithTheKeyIsRefused() {
        keyed("key-1", Api.message("hi"));

        Answer other = keyed("key-1", Api.message("something else"));

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    private Answer keyed(String key, String message) {
        return user.send(
                runs,
                request -> request.POST(BodyPublishers.ofString(message))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key));
    }

    private String eventsOf(Answer said) {
        return runs + "/" + runOf(said) + "/events";
    }

    private static String runOf(Answer said) {
        return said.header("X-Run-Id");
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while answering", e);
        }
    }
}
