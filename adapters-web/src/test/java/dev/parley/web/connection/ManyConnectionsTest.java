package dev.parley.web.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.web.testing.RawRequest;
import dev.parley.web.testing.RunningParley;
import dev.parley.web.testing.Tokens;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** However many connections wait for their client, the next client is let in. */
class ManyConnectionsTest {

    private static final int MAXIMUM = 32;
    private static final RunningParley PARLEY =
            RunningParley.start("server.tomcat.max-connections=" + MAXIMUM, "server.tomcat.accept-count=1000");

    private final Attackers attackers = new Attackers();

    @AfterAll
    static void stop() {
        PARLEY.close();
    }

    @AfterEach
    void leave() throws IOException {
        attackers.close();
    }

    @Test
    void whereAllSendHeadersWithoutEnd() throws IOException {
        attack("GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ");

        assertThatTheNextOneIsServed();
    }

    @Test
    void whereAllSendAByteOfTheirBody() throws IOException {
        attack(
                "POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{");

        assertThatTheNextOneIsServed();
    }

    @Test
    void whereAllSayNothing() throws IOException {
        attack("");

        assertThatTheNextOneIsServed();
    }

    @Test
    void whereAllHaveHadAnAnswer() throws IOException {
        attack("GET /actuator/health/liveness HTTP/1.1\r\nHost: x\r\n\r\n");

        assertThatTheNextOneIsServed();
    }

    /** More of a large file than the buffers of both ends hold, so that the server's threads wait to write. */
    @Test
    void whereNobodyReadsTheAnswers() throws IOException {
        attack("GET /swagger-ui/swagger-ui-bundle.js HTTP/1.1\r\nHost: x\r\n\r\n".repeat(10));

        assertThatTheNextOneIsServed();
        assertThat(PARLEY.errorReporter().failures()).isEmpty();
    }

    private static void assertThatTheNextOneIsServed() throws IOException {
        try (RawRequest next = RawRequest.post(
                PARLEY.port(), Tokens.ofSomeone(), "/api/v1/tasks", "{\"title\":\"water the plants\"}")) {
            assertThat(next.readUntil("\r\n")).startsWith("HTTP/1.1 201");
        }
    }

    private void attack(String beginning) throws IOException {
        attackers.attack(PARLEY.port(), 4 * MAXIMUM, beginning);
    }
}
