package dev.parley.application.shared;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Secrets that Parley knows and that others may send back, such as a provider that names the key that it does not take. */
public final class Secrets {

    /** Where none are known. */
    public static final Secrets NONE = new Secrets(List.of());

    /** Shorter words are no secrets, and stand in many lines by chance. */
    private static final int MINIMUM_LENGTH = 8;

    private static final String HIDDEN = "[secret]";

    /** A password, or a parameter's value, in a URL. */
    private static final Pattern IN_URL = Pattern.compile("://(?:[^/?#@:]*:)?([^/?#@]+)@|[?&][^=&#]*=([^&#]+)");

    /** The longest first, since one may be a part of another. */
    private final List<String> values;

    /** Knows secrets; those that are null or too short to be one are passed over. */
    public Secrets(Collection<? extends @Nullable String> values) {
        this.values = values.stream()
                .filter(Objects::nonNull)
                .flatMap(Secrets::parts)
                .distinct()
                .filter(value -> value.length() >= MINIMUM_LENGTH)
                .sorted(Comparator.comparingInt(String::length).reversed())
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

    /** What can be logged instead of a failure: itself where no secret stands in what would be printed of it. */
    public Throwable hideIn(Throwable failure) {
        return isClean(failure, identitySet()) ? failure : copy(failure, identitySet());
    }

    /** A header's value may be a scheme with a secret behind it (RFC 9110, 11.4), a URL may have secrets in it. */
    private static Stream<String> parts(String value) {
        Stream<String> whole =
                Stream.of(value.strip(), value.substring(value.indexOf(' ') + 1).strip());
        return value.contains("://") ? Stream.concat(whole, inUrl(value)) : whole;
    }

    private static Stream<String> inUrl(String url) {
        return IN_URL.matcher(url)
                .results()
                .map((MatchResult found) -> found.group(1) == null ? found.group(2) : found.group(1))
                .flatMap(part -> Stream.of(part, decoded(part)));
    }

    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return part;
        }
    }

    private boolean isClean(Throwable failure, Set<Throwable> seen) {
        return !seen.add(failure)
                || (hideIn(failure.toString()).equals(failure.toString())
                        && Stream.concat(Stream.ofNullable(failure.getCause()), Stream.of(failure.getSuppressed()))
                                .allMatch(next -> isClean(next, seen)));
    }

    private Redacted copy(Throwable failure, Set<Throwable> seen) {
        seen.add(failure);
        Throwable cause = failure.getCause();
        Redacted copy = new Redacted(
                failure.getClass().getSimpleName(),
                failure.getMessage() == null ? null : hideIn(failure.getMessage()),
                hideIn(failure.toString()),
                cause == null || seen.contains(cause) ? null : copy(cause, seen),
                failure.getStackTrace());
        Stream.of(failure.getSuppressed())
                .filter(suppressed -> !seen.contains(suppressed))
                .forEach(suppressed -> copy.addSuppressed(copy(suppressed, seen)));
        return copy;
    }

    private static Set<Throwable> identitySet() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    /** Reads like the failure that it stands for. */
    static final class Redacted extends RuntimeException {

        private final String type;
        private final String text;

        Redacted(
                String type,
                @Nullable String message,
                String text,
                @Nullable Throwable cause,
                StackTraceElement[] trace) {
            super(message, cause);
            this.type = type;
            this.text = text;
            setStackTrace(trace);
        }

        /** The simple name of the class that it stands for; empty where that has none. */
        String type() {
            return type;
        }

        @Override
        @SuppressWarnings("OverrideThrowableToString")
        public String toString() {
            return text;
        }
    }
}
