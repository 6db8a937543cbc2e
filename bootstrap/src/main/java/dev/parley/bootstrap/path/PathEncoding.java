package dev.parley.bootstrap.path;

import java.io.File;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;

/**
 * How Java encodes the names of files. On Unix the locale decides, and without one it is ASCII: Java decodes every other byte
 * as U+FFFD, and encodes every other character as a question mark, without an error.
 */
record PathEncoding(Charset charset) {

    private static final char REPLACEMENT = '\uFFFD';

    /** That of this process. */
    static PathEncoding ofThisProcess() {
        if (File.separatorChar == '\\') {
            // Windows takes names in UTF-16.
            return new PathEncoding(StandardCharsets.UTF_8);
        }
        try {
            return new PathEncoding(Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8")));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return new PathEncoding(StandardCharsets.US_ASCII);
        }
    }

    /** Whether a text has characters that could not be decoded. */
    static boolean hasReplacements(String text) {
        return text.indexOf(REPLACEMENT) >= 0;
    }

    /** Whether a path reaches the operating system as it is. */
    boolean canEncode(String path) {
        return !hasReplacements(path) && charset.newEncoder().canEncode(path);
    }
}
