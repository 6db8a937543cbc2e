package dev.parley.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** Reads answers off a kept connection: just enough of RFC 9112 for a server on the same machine. */
final class HttpAnswers {

    private static final String LENGTH = "content-length:";

    private final InputStream input;

    HttpAnswers(InputStream input) {
        this.input = new BufferedInputStream(input, 64 * 1024);
    }

    /** Reads one answer whole, and returns whether the connection stays open behind it. */
    boolean expectOk() throws IOException {
        String status = line();
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IOException("the server answered " + status);
        }
        long length = -1;
        boolean open = true;
        String header = line();
        while (!header.isEmpty()) {
            String field = header.toLowerCase(Locale.ROOT);
            if (field.startsWith(LENGTH)) {
                length = Long.parseLong(field.substring(LENGTH.length()).strip());
            }
            open &= !field.equals("connection: close");
            header = line();
        }
        if (length >= 0) {
            input.skipNBytes(length);
        } else {
            skipChunks();
        }
        return open;
    }

    private void skipChunks() throws IOException {
        long size = Long.parseLong(line(), 16);
        while (size > 0) {
            input.skipNBytes(size + 2);
            size = Long.parseLong(line(), 16);
        }
        line();
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = input.read(); next != '\n'; next = input.read()) {
            if (next < 0) {
                throw new EOFException("the server closed the connection");
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(ISO_8859_1);
    }
}
