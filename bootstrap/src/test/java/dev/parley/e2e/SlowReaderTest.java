package dev.parley.e2e;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.e2e.RunReader.End;
import dev.parley.e2e.RunReader.Event;
import dev.parley.persistence.testing.TestDatabase;
import dev.parley.web.testing.Api;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Readers that do not read. The server's patience is short here; without a setting it is a minute. */
@Timeout(90)
class SlowReaderTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    /** More in all than sockets buffer. */
    private static final int EVENTS = 1500;

    private static final String LONG_TEXT = "x".repeat(8 * 1024);
    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final ParleyServer PARLEY = ParleyServer.on(DATABASE, "server.tomcat.connection-timeout=2s");

    private final Api user = PARLEY.someone();

    @AfterAll
    static void stop() {
        PARLEY.close();
        DATABASE.close();
    }

    @Test
    void aReaderThatStallsSlowsNobodyIsDroppedAndGoesOnLater() throws IOException {
        CountDownLatch stalled = new CountDownLatch(1);
        PARLEY.assistant().follow((turn, reply) -> {
            reply.text("Look: ");
            awaitQuietly(stalled);
            for (int event = 0; event < EVENTS; event++) {
                reply.progress(event + LONG_TEXT);
            }
        });
        String session = user.newSession();
        try (RunReader brisk = RunReader.say(user, session, "tell me");
                Socket stalling = follow(session, brisk.run())) {
            await().atMost(SOON).until(() -> stalling.getInputStream().available() > 0);
            stalled.countDown();

            SeenEvents all = new SeenEvents().addAll(brisk.rest());
            assertThat(brisk.end()).isEqualTo(End.DONE);
            assertThat(all.events()).hasSizeGreaterThan(EVENTS);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(PARLEY.administrator()
                                    .get("/actuator/prometheus")
                                    .body())
                            .as("ended requests")
                            .containsPattern(
                                    "http_server_requests_seconds_count\\{[^}]*uri=\"[^\"]*/events\"[^}]*} 1"));

            String told = new String(stalling.getInputStream().readAllBytes(), UTF_8);
            assertThat(told).doesNotContain("[DONE]");
            String whole = told.substring(0, told.lastIndexOf("\n\n"));
            String last = whole.substring(whole.lastIndexOf("id: ") + "id: ".length())
                    .lines()
                    .findFirst()
                    .orElseThrow();
            int seen = all.events().stream().map(Event::id).toList().indexOf(last);
            assertThat(seen).as("the place of %s", last).isNotNegative();
            assertThat(rest(session, brisk.run(), last))
                    .isEqualTo(all.events().subList(seen + 1, all.events().size()));
        }
    }

    private List<Event> rest(String session, String run, String last) {
        try (RunReader reader = RunReader.follow(user, session, run, last)) {
            List<Event> events = reader.rest();
            assertThat(reader.end()).isEqualTo(End.DONE);
            return events;
        }
    }

    /** In HTTP 1.0 a stream has no chunks. */
    private Socket follow(String session, String run) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(
                new InetSocketAddress(user.server().getHost(), user.server().getPort()));
        socket.getOutputStream()
                .write("GET %s/%s/events HTTP/1.0\r\nAuthorization: Bearer %s\r\n\r\n"
                        .formatted(Api.runsOf(session), run, user.token())
                        .getBytes(US_ASCII));
        return socket;
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
