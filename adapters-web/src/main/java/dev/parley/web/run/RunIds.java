package dev.parley.web.run;

import dev.parley.domain.run.RunId;
import dev.parley.domain.run.RunNotFound;
import dev.parley.domain.run.UnknownRunCursor;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads ids of runs; what is no UUID names no run. */
final class RunIds {

    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private RunIds() {}

    static RunId ofPath(String text) {
        return parse(text).orElseThrow(RunNotFound::new);
    }

    static @Nullable RunId ofCursor(@Nullable String text) {
        return text == null ? null : parse(text).orElseThrow(UnknownRunCursor::new);
    }

    private static Optional<RunId> parse(String text) {
        return UUID_FORM.matcher(text).matches() ? Optional.of(new RunId(UUID.fromString(text))) : Optional.empty();
    }
}
