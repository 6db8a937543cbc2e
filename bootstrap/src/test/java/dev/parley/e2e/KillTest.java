package dev.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.bootstrap.database.UnpackedBinaries;
import dev.parley.persistence.testing.TestDatabase;
import dev.parley.web.testing.Answer;
import dev.parley.web.testing.Api;
import dev.parley.web.testing.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class KillTest {

    private static final int USERS = 16;

    @TempDir
    private Path folder;

    @Test
    void killedUnderLoadParleyHasAllThatItAcknowledged() {
        try (TestDatabase database = TestDatabase.create()) {
            Map<String, String> environment = Map.of(
                    "SPRING_DATASOURCE_URL",
                    database.url(),
                    "SPRING_DATASOURCE_USERNAME",
                    database.username(),
                    "SPRING_DATASOURCE_PASSWORD",
                    database.password(),
                    "PARLEY_AUTH_JWT_SECRET",
                    Tokens.SECRET,
                    "PARLEY_LIMITS_SESSIONS_PER_USER",
                    "100000",
                    "PARLEY_LIMITS_REQUESTS_PER_MINUTE",
                    "1000000");
            ConcurrentMap<String, Set<String>> acknowledged = new ConcurrentHashMap<>();
            ParleyProcess killed = ParleyProcess.start(folder, environment);
            try (ExecutorService users = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < USERS; i++) {
                    String token = Tokens.ofSomeone();
                    Set<String> sessions = acknowledged.computeIfAbsent(token, key -> ConcurrentHashMap.newKeySet());
                    users.execute(() -> createUntilTheEnd(killed.anonymous().as(token), sessions));
                }
                await().atMost(Duration.ofMinutes(3)).until(() -> total(acknowledged) > 500);
                killed.kill();
            }

            try (ParleyServer again = ParleyServer.on(database)) {
                acknowledged.forEach((token, sessions) -> sessions.forEach(session -> assertThat(
                                again.anonymous().as(token).session(session).status())
                        .isEqualTo(200)));
            }
        }
    }

    @Test
    void killedWhileItAnswersTheEmbeddedServerKeepsTheMessageAndGoesOn() throws IOException {
        UnpackedBinaries.linkInto(folder.resolve("data"));
        Map<String, String> environment = Map.of(
                "PARLEY_DATA_DIR",
                folder.resolve("data").toString(),
                "PARLEY_RUNS_LEASE",
                "5s",
                "PARLEY_RUNS_HEARTBEAT",
                "1s",
                "PARLEY_ASSISTANT_MODEL",
                "gpt-4o");
        String credentials = "{\"email\":\"ada@example.org\",\"password\":\"correct horse\"}";
        ParleyProcess killed = ParleyProcess.start(folder, environment);
        assertThat(killed.output())
                .contains(
                        "is ready: " + killed.address(),
                        "embedded PostgreSQL 18.6, new)",
                        "offline;",
                        "can register",
                        "these have no effect: PARLEY_ASSISTANT_MODEL");
        killed.anonymous().post("/api/v1/auth/register", credentials);
        String token = logIn(killed, credentials);
        Api user = killed.anonymous().as(token);
        String session = user.newSession();
        assertThat(user.say(session, "hello").events()).last().isEqualTo("[DONE]");
        JsonNode before = user.session(session).data().at("/messages");
        Thread.startVirtualThread(() -> sayToTheDying(user, session));
        await().until(() -> user.session(session).data().at("/messages").size() == 3);
        killed.kill();

        try (ParleyProcess again = ParleyProcess.start(folder, environment)) {
            assertThat(again.output()).contains("is ready: " + again.address(), "embedded PostgreSQL 18.6)");
            Api same = again.anonymous().as(token);
            JsonNode after = same.session(session).data().at("/messages");
            assertThat(after.size()).as("messages, with the answer so far").isBetween(3, 4);
            assertThat(after.at("/0")).isEqualTo(before.at("/0"));
            assertThat(after.at("/1")).isEqualTo(before.at("/1"));
            assertThat(after.at("/2/role").asString()).isEqualTo("user");
            assertThat(same.say(session, "are you there?").status()).isEqualTo(200);
            assertThat(logIn(again, credentials)).isNotEmpty();
        }
    }

    private static void createUntilTheEnd(Api user, Set<String> sessions) {
        try {
            while (true) {
                Answer answer = user.createSession();
                assertThat(answer.status()).isEqualTo(200);
                sessions.add(answer.data().at("/id").asString());
            }
        } catch (UncheckedIOException e) {
            assertThat(e).as("the server was killed").hasCauseInstanceOf(IOException.class);
        }
    }

    private static void sayToTheDying(Api user, String session) {
        try {
            user.say(session, "how do I connect a model?");
        } catch (UncheckedIOException e) {
            assertThat(e).as("the server was killed").hasCauseInstanceOf(IOException.class);
        }
    }

    private static String logIn(ParleyProcess parley, String credentials) {
        return parley.anonymous()
                .post("/api/v1/auth/login", credentials)
                .data()
                .at("/token")
                .asString();
    }

    private static int total(ConcurrentMap<String, Set<String>> acknowledged) {
        return acknowledged.values().stream().mapToInt(Set::size).sum();
    }
}
