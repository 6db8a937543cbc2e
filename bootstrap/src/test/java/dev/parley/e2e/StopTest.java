package dev.parley.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.persistence.testing.TestDatabase;
import dev.parley.web.testing.Api;
import dev.parley.web.testing.Tokens;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class StopTest {

    @Test
    void aServerThatStopsEndsItsAnswersInOrder() throws IOException {
        String token = Tokens.ofSomeone();
        try (TestDatabase database = TestDatabase.create()) {
            ParleyServer parley = ParleyServer.on(database);
            parley.assistant().follow((turn, reply) -> {
                reply.text("so far");
                awaitForever();
            });
            Api user = parley.anonymous().as(token);
            String session = user.newSession();
            try (InputStream stream = stream(user, session)) {
                parley.close();

                String events = new String(stream.readAllBytes(), UTF_8);
                assertThat(events).contains("\"type\":\"error\"").endsWith("data: [DONE]\n\n");
            }

            try (ParleyServer next = ParleyServer.on(database)) {
                Api same = next.anonymous().as(token);
                assertThat(same.session(session)
                                .data()
                                .at("/messages/1/content/0/text")
                                .asString())
                        .isEqualTo("so far");
                assertThat(same.say(session, "go on").status()).isEqualTo(200);
            }
        }
    }

    private static InputStream stream(Api user, String session) {
        return user.exchange(
                        Api.runsOf(session),
                        request -> request.header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(Api.message("hello"))),
                        BodyHandlers.ofInputStream())
                .body();
    }

    private static void awaitForever() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
