package dev.parley.benchmarks.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.Duration;
import java.util.Arrays;

/**
 * Many connections with requests that do not end.
 *
 * @param length the length of the body that is announced, in bytes; -1 where the headers themselves do not end
 * @param sent how much of it is sent at once
 * @param headers further header lines
 */
record SlowRequests(String name, int connections, String method, String path, String headers, long length, int sent)
        implements Attack {

    @Override
    public void run(Target target, Duration duration) throws InterruptedException {
        byte[] body = new byte[sent];
        Arrays.fill(body, (byte) ' ');
        new Connections(target, (output, number) -> {
                    output.write(head(number));
                    output.write(body);
                })
                .hold(connections, duration);
    }

    private byte[] head(int number) {
        String numbered = headers.replace("{n}", String.valueOf(number));
        return length < 0
                ? "%s %s HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: "
                        .formatted(method, path)
                        .getBytes(ISO_8859_1)
                : Target.head(method, path, numbered, length);
    }
}
