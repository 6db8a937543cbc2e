package dev.parley.application.shared;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Secrets that Parley knows and that others may send back, such as a provider that names the key that it does not take. */
public final class Secrets {

    /** Shorter words are no secrets, and stand in many lines by chance. */
    private static final int MINIMUM_LENGTH = 8;

    private static final int MAXIMUM_DEPTH = 50;
    private static final String HIDDEN = "[secret]";

    private final List<String> values;

    /** Knows secrets; those that are null or too short to be one are passed over. */
    public Secrets(Collection<? extends @Nullable String> values) {
        this.values = values.stream()
                .filter(Objects::nonNull)
                .flatMap(Secrets::withoutScheme)
                .filter(value -> value.length() >= MINIMUM_LENGTH)
                .toList();
    }

    /** A text with each secret replaced. */
    public String hideIn(String text) {
        String hidden = text;
        for (String value : values) {
            hidden = hidden.replace(value, HIDDEN);
        }
        return hidden;
    }

    /** What can be logged instead of a failure: itself where neither its message nor a cause's holds a secret. */
    public Throwable hideIn(Throwable failure) {
        return isClean(failure) ? failure : copy(failure, 0);
    }

    /** A header's value may be a scheme with a secret behind it (RFC 9110, 11.4). */
    private static Stream<String> withoutScheme(String value) {
        return Stream.of(value.strip(), value.substring(value.indexOf(' ') + 1).strip());
    }

    private boolean isClean(Throwable failure) {
        Throwable next = failure;
        for (int depth = 0; next != null && depth < MAXIMUM_DEPTH; depth++) {
            String text = next.toString();
            if (!hideIn(text).equals(text)) {
                return false;
            }
            next = next.getCause();
        }
        return true;
    }

    private Throwable copy(Throwable failure, int depth) {
        Throwable cause = failure.getCause();
        return new Redacted(
                hideIn(failure.toString()),
                cause == null || depth == MAXIMUM_DEPTH ? null : copy(cause, depth + 1),
                failure.getStackTrace());
    }

    /** Reads like the failure that it stands for. */
    private static final class Redacted extends RuntimeException {

        Redacted(String message, @Nullable Throwable cause, StackTraceElement[] trace) {
            super(message, cause);
            setStackTrace(trace);
        }

        /** Its message begins with the name of the class that it stands for. */
        @Override
        @SuppressWarnings("OverrideThrowableToString")
        public String toString() {
            return String.valueOf(getMessage());
        }
    }
}
