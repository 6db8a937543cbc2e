package dev.parley.web.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.web.testing.RawExchange;
import dev.parley.web.testing.RunningParley;
import dev.parley.web.testing.Tokens;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A client that sends to the end before it reads can read why it was refused, whatever the address. */
class RefusedSenderTest {

    private static final int BYTES = 4 * 1024 * 1024;

    private final RunningParley parley = RunningParley.shared();

    @ParameterizedTest
    @CsvSource({
        "/api/v1/tasks, REQUEST_TOO_LARGE, 413",
        "/api/v1/chatkit/sessions, REQUEST_TOO_LARGE, 413",
        "/api/v1/auth/login, REQUEST_TOO_LARGE, 413",
        "/v1/chatkit/sessions, request_too_large, 413",
        "/api/v1/nothing, REQUEST_TOO_LARGE, 413"
    })
    void aBodyThatIsTooLongIsSentToItsEndAndTheAnswerIsRead(String path, String reason, int status) {
        assertRefused(head(path, "Content-Length: " + BYTES) + " ".repeat(BYTES), status, reason);
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/tasks, REQUEST_TOO_LARGE, 413", "/api/v1/chatkit, REQUEST_TOO_LARGE, 413"})
    void theSameWhereItsLengthIsNotAnnounced(String path, String reason, int status) {
        String chunk = "10000\r\n" + " ".repeat(0x10000) + "\r\n";

        assertRefused(
                head(path, "Transfer-Encoding: chunked") + chunk.repeat(BYTES / 0x10000) + "0\r\n\r\n", status, reason);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/tasks, REQUEST_TOO_LARGE, 413",
        "/api/v1/auth/login, REQUEST_TOO_LARGE, 413",
        "/api/v1/nothing, REQUEST_TOO_LARGE, 413"
    })
    void whoAsksWhetherToSendIsRefusedAtOnce(String path, String reason, int status) {
        assertRefused(head(path, "Expect: 100-continue\r\nContent-Length: " + BYTES), status, reason);
    }

    private void assertRefused(String request, int status, String reason) {
        RawExchange exchange = RawExchange.send(parley.port(), request);

        assertThat(exchange.status()).isEqualTo(status);
        assertThat(exchange.header("Connection")).isEqualTo("close");
        assertThat(exchange.body()).contains(reason);
    }

    private static String head(String path, String headers) {
        return "POST %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\n%s\r\n\r\n"
                .formatted(path, Tokens.ofSomeone(), headers);
    }
}
