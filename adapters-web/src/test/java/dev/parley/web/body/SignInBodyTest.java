package dev.parley.web.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.web.testing.RawExchange;
import dev.parley.web.testing.RunningParley;
import org.junit.jupiter.api.Test;

/** The body of a sign-in is read ahead of everything else; whoever sends it does not notice. */
class SignInBodyTest {

    private static final RunningParley PARLEY = RunningParley.shared();
    private static final String CREDENTIALS = "{\"email\":\"nobody@example.org\",\"password\":\"a long pass phrase\"}";
    private static final String NEXT =
            "GET /actuator/health/of-nothing HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

    @Test
    void theNextRequestOverTheConnectionIsServedToo() {
        RawExchange both = send("", length(CREDENTIALS), CREDENTIALS + NEXT);

        assertThat(both.status()).isEqualTo(401);
        assertThat(both.body()).contains("INVALID_CREDENTIALS", "HTTP/1.1 404");
    }

    @Test
    void aBodyInChunksIsServedLikeAnyOther() {
        String chunks = "%x\r\n%s\r\n%x\r\n%s\r\n0\r\n\r\n"
                .formatted(10, CREDENTIALS.substring(0, 10), CREDENTIALS.length() - 10, CREDENTIALS.substring(10));

        RawExchange both = send("Transfer-Encoding: chunked\r\n", "", chunks + NEXT);

        assertThat(both.status()).isEqualTo(401);
        assertThat(both.body()).contains("INVALID_CREDENTIALS", "HTTP/1.1 404");
    }

    @Test
    void whoAsksForLeaveToSendIsGivenIt() {
        RawExchange answer = send("Expect: 100-continue\r\nConnection: close\r\n", length(CREDENTIALS), CREDENTIALS);

        assertThat(answer.status()).isEqualTo(100);
        assertThat(answer.body()).contains("HTTP/1.1 401", "INVALID_CREDENTIALS");
    }

    @Test
    void aBodyWhoseChunksAreTooLongTogetherIsRefusedAndItsRestIsNoRequest() {
        String chunk = "400\r\n" + " ".repeat(0x400) + "\r\n";

        RawExchange answer = send("Transfer-Encoding: chunked\r\n", "", chunk.repeat(8) + "0\r\n\r\n" + NEXT);

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.header("Connection")).isEqualTo("close");
        assertThat(answer.body()).contains("REQUEST_TOO_LARGE").doesNotContain("HTTP/1.1 404");
    }

    @Test
    void aLengthThatIsTooLongIsRefusedBeforeAnythingIsSent() {
        RawExchange answer = send("", "Content-Length: 5000\r\n", "");

        assertThat(answer.status()).isEqualTo(413);
    }

    @Test
    void chunksThatAreNoneAreRefused() {
        RawExchange answer = send("Transfer-Encoding: chunked\r\n", "", "what\r\n");

        assertThat(answer.status()).isEqualTo(400);
    }

    private static String length(String body) {
        return "Content-Length: " + body.length() + "\r\n";
    }

    private static RawExchange send(String headers, String length, String body) {
        return RawExchange.send(
                PARLEY.port(),
                "POST /api/v1/auth/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + headers
                        + length + "\r\n" + body);
    }
}
