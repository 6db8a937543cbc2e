package dev.parley.web.http;

import dev.parley.application.shared.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale.LanguageRange;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.firewall.RequestRejectedException;

/** The languages that a client likes best (RFC 9110, section 12.5.4). */
public final class AcceptedLanguage {

    private static final String DEFAULT = "en";
    private static final Pattern COMMA = Pattern.compile(",");

    /** A language range that names a language, with its weight (RFC 4647, section 2.1; RFC 9110, section 12.4.2). */
    private static final Pattern RANGE = Pattern.compile("\\s*(?<range>[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8}){0,4})"
            + "\\s*(?:;\\s*[qQ]\\s*=\\s*(?<weight>0(?:\\.\\d{0,9})?|1(?:\\.0{0,9})?)\\s*)?");

    private AcceptedLanguage() {}

    /**
     * The one it likes best of all: what assistants are told.
     *
     * @return its BCP 47 tag; English where the request names none
     */
    public static String of(HttpServletRequest request) {
        return liked(request).stream().findFirst().map(LanguageRange::getRange).orElse(DEFAULT);
    }

    /** The one it likes best of those that Parley speaks; English where it likes none of them. */
    public static Language spoken(HttpServletRequest request) {
        return Language.best(liked(request)).orElse(Language.ENGLISH);
    }

    /** The best first. What is no range is left out, and so is all that reading the header finds forbidden. */
    private static List<LanguageRange> liked(HttpServletRequest request) {
        return header(request)
                .flatMap(COMMA::splitAsStream)
                .map(RANGE::matcher)
                .filter(Matcher::matches)
                .map(range -> new LanguageRange(range.group("range"), weight(range.group("weight"))))
                .filter(range -> range.getWeight() > 0)
                .sorted(Comparator.comparingDouble(LanguageRange::getWeight).reversed())
                .toList();
    }

    private static Stream<String> header(HttpServletRequest request) {
        try {
            return Collections.list(request.getHeaders(HttpHeaders.ACCEPT_LANGUAGE)).stream();
        } catch (RequestRejectedException e) {
            return Stream.empty();
        }
    }

    private static double weight(@Nullable String text) {
        return text == null ? LanguageRange.MAX_WEIGHT : Double.parseDouble(text);
    }
}
