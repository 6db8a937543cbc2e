package dev.parley.web.idempotency;

import dev.parley.domain.idempotency.IdempotencyKey;
import dev.parley.domain.shared.InvalidRequest;
import dev.parley.web.request.RequestError;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The header with the key: a string as in RFC 9651 (structured fields, section 3.3.3), or the same without its quotes. */
public final class KeyHeader {

    /** The header's name. */
    public static final String NAME = "Idempotency-Key";

    private static final Pattern STRING = Pattern.compile("\"((?:[^\"\\\\]|\\\\[\"\\\\])*+)\"");
    private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");

    private KeyHeader() {}

    /**
     * The request's key; empty where it has none.
     *
     * @throws InvalidRequest if the header is there and is no key
     */
    static Optional<IdempotencyKey> of(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(NAME))
                .map(value -> IdempotencyKey.of(NAME, unquoted(value.strip())));
    }

    private static String unquoted(String value) {
        if (!value.startsWith("\"")) {
            return value;
        }
        Matcher string = STRING.matcher(value);
        if (!string.matches()) {
            throw new InvalidRequest(NAME, RequestError.MUST_BE_AN_IDEMPOTENCY_KEY);
        }
        return ESCAPED.matcher(string.group(1)).replaceAll("$1");
    }
}
