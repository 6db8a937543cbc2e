package dev.parley.web.body;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.web.testing.RunningParley;
import dev.parley.web.testing.Tokens;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Arrays;
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
    void aBodyThatIsTooLongIsSentToItsEndAndTheAnswerIsRead(String path, String reason, int status) throws IOException {
        try (Socket client = connected()) {
            send(client, head(path, "Content-Length: " + BYTES));
            byte[] body = new byte[BYTES];
            Arrays.fill(body, (byte) ' ');
            client.getOutputStream().write(body);

            assertRefused(client, status, reason);
        }
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/tasks, REQUEST_TOO_LARGE, 413", "/api/v1/chatkit, REQUEST_TOO_LARGE, 413"})
    void theSameWhereItsLengthIsNotAnnounced(String path, String reason, int status) throws IOException {
        try (Socket client = connected()) {
            send(client, head(path, "Transfer-Encoding: chunked"));
            byte[] chunk = new byte[0x10000];
            Arrays.fill(chunk, (byte) ' ');
            OutputStream out = client.getOutputStream();
            for (int sent = 0; sent < BYTES; sent += chunk.length) {
                out.write("10000\r\n".getBytes(US_ASCII));
                out.write(chunk);
                out.write("\r\n".getBytes(US_ASCII));
            }
            out.write("0\r\n\r\n".getBytes(US_ASCII));

            assertRefused(client, status, reason);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/tasks, REQUEST_TOO_LARGE, 413",
        "/api/v1/auth/login, REQUEST_TOO_LARGE, 413",
        "/api/v1/nothing, REQUEST_TOO_LARGE, 413"
    })
    void whoAsksWhetherToSendIsRefusedAtOnce(String path, String reason, int status) throws IOException {
        try (Socket client = connected()) {
            send(client, head(path, "Expect: 100-continue\r\nContent-Length: " + BYTES));

            assertRefused(client, status, reason);
        }
    }

    private static void assertRefused(Socket client, int status, String reason) throws IOException {
        client.shutdownOutput();
        assertThat(client.getInputStream().readAllBytes())
                .asString(US_ASCII)
                .startsWith("HTTP/1.1 " + status)
                .contains("Connection: close", reason);
    }

    private Socket connected() throws IOException {
        Socket client = new Socket(InetAddress.getLoopbackAddress(), parley.port());
        client.setSoTimeout(60_000);
        return client;
    }

    private static void send(Socket client, String head) throws IOException {
        client.getOutputStream().write(head.getBytes(US_ASCII));
    }

    private static String head(String path, String headers) {
        return "POST %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\n%s\r\n\r\n"
                .formatted(path, Tokens.ofSomeone(), headers);
    }
}
