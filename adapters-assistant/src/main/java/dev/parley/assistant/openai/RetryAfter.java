package dev.parley.assistant.openai;

import com.openai.core.http.Headers;
import com.openai.errors.OpenAIException;
import com.openai.errors.OpenAIServiceException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the header of this name, RFC 9110 section 10.2.3. */
final class RetryAfter {

    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

    private RetryAfter() {}

    static Optional<Duration> of(OpenAIException failure) {
        return failure instanceof OpenAIServiceException answered ? of(answered.headers()) : Optional.empty();
    }

    private static Optional<Duration> of(Headers headers) {
        return first(headers, "Retry-After")
                .flatMap(value -> SECONDS.matcher(value).matches()
                        ? Optional.of(Duration.ofSeconds(Long.parseLong(value)))
                        : date(value).flatMap(date -> sinceAnswer(headers, date)));
    }

    /** By the provider's own clock, which need not agree with ours. */
    private static Optional<Duration> sinceAnswer(Headers headers, ZonedDateTime date) {
        return first(headers, "Date").flatMap(RetryAfter::date).map(answered -> Duration.between(answered, date));
    }

    private static Optional<String> first(Headers headers, String name) {
        return headers.values(name).stream().findFirst();
    }

    private static Optional<ZonedDateTime> date(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME));
        } catch (DateTimeParseException e) {
            // A header that nobody can read says nothing.
            return Optional.empty();
        }
    }
}
