package dev.parley.bootstrap.constraint;

import java.io.IOException;
import java.net.URL;
import org.springframework.util.ResourceUtils;

/** The name of a file, in the forms that Spring Boot takes. */
public final class ReadableFile {

    /** What a setting has to be that names one. */
    public static final String RULE = "must name a file that can be read";

    private ReadableFile() {}

    /** Whether it can be read; what names none, or holds the content itself, is well. */
    public static boolean is(String name) {
        if (name.isBlank() || name.contains("-----BEGIN ") || name.startsWith("base64:")) {
            return true;
        }
        try {
            URL url = ResourceUtils.getURL(name);
            if (ResourceUtils.isFileURL(url) && ResourceUtils.getFile(url).isDirectory()) {
                return false;
            }
            url.openStream().close();
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
