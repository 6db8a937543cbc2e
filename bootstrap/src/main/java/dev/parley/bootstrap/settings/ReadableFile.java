package dev.parley.bootstrap.settings;

import java.io.IOException;
import org.springframework.util.ResourceUtils;

/** The name of a file, in the forms that Spring Boot takes. */
final class ReadableFile {

    static final String RULE = "must name a file that can be read";

    private ReadableFile() {}

    /** Whether it can be read; what names none, or holds the content itself, is well. */
    static boolean is(String name) {
        if (name.isBlank() || name.contains("-----BEGIN ") || name.startsWith("base64:")) {
            return true;
        }
        try {
            ResourceUtils.getURL(name).openStream().close();
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
