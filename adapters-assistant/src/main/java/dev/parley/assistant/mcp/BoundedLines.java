package dev.parley.assistant.mcp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Lines of UTF-8 of which none takes more memory than allowed. */
final class BoundedLines {

    private final BufferedReader reader;
    private final int maximumLength;

    /**
     * Begins to read.
     *
     * @param maximumLength the most characters (UTF-16) of a line that are kept
     */
    BoundedLines(InputStream in, int maximumLength) {
        this.reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.maximumLength = maximumLength;
    }

    /** The next line without its end, one character longer than allowed where it was cut; null where there is none. */
    @Nullable String next() throws IOException {
        StringBuilder line = new StringBuilder();
        int read = reader.read();
        if (read < 0) {
            return null;
        }
        for (; read >= 0 && read != '\n'; read = reader.read()) {
            if (read != '\r' && line.length() <= maximumLength) {
                line.append((char) read);
            }
        }
        return line.toString();
    }
}
