package dev.parley.e2e;

import java.util.List;
import java.util.regex.Pattern;

/** What Parley has logged that an operator would look into. */
public final class Warnings {

    /** As Spring Boot writes them; the machine's own slowness is nobody's fault. */
    private static final Pattern LINE =
            Pattern.compile("\\S+ +(WARN|ERROR) \\d+ --- (?!.*(org\\.testcontainers|Thread starvation)).*");

    private Warnings() {}

    /** The warnings and errors in a log. */
    public static List<String> in(String log) {
        return log.lines().filter(line -> LINE.matcher(line).matches()).toList();
    }
}
