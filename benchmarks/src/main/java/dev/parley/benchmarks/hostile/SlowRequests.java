package dev.parley.benchmarks.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.Duration;
import java.util.Arrays;

/**
 * Many connections with requests that do not end.
 *
 * @param length the length of the body that is announced, in bytes; -1 where the headers themselves do not end
 * @param sent how much of it is sent, 64 KiB a second, before it goes on by single bytes
 * @param headers further header lines
 */
record SlowRequests(String name, int connections, String method, String path, String headers, long length, int sent)
        implements Attack {

    private static final int CHUNK_BYTES = 64 * 1024;

    @Override
    public void run(Target target, Duration duration) throws InterruptedException {
        byte[] chunk = new byte[CHUNK_BYTES];
        Arrays.fill(chunk, (byte) ' ');
        new Connections(target, (output, number) -> {
                    output.write(head(number));
                    for (int left = sent; left > 0; left -= CHUNK_BYTES) {
                        output.write(chunk, 0, Math.min(left, CHUNK_BYTES));
                        Connections.pause();
                    }
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
