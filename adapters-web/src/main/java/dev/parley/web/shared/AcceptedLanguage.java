package dev.parley.web.shared;

import dev.parley.application.shared.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Locale.LanguageRange;
import org.springframework.http.HttpHeaders;

/** The languages that a client likes best (RFC 9110, section 12.5.4). */
public final class AcceptedLanguage {

    private static final String USUAL = "en";
    private static final int LONGEST_HEADER = 1000;

    private AcceptedLanguage() {}

    /**
     * The one it likes best of all: what assistants are told.
     *
     * @return its BCP 47 tag; English where the request names none, or what it names is no list of languages
     */
    public static String of(HttpServletRequest request) {
        return liked(request).stream()
                .filter(range -> !range.getRange().contains("*"))
                .max(Comparator.comparingDouble(LanguageRange::getWeight))
                .map(LanguageRange::getRange)
                .orElse(USUAL);
    }

    /** The one it likes best of those that Parley speaks; English where it likes none of them. */
    public static Language spoken(HttpServletRequest request) {
        return Language.best(liked(request)).orElse(Language.ENGLISH);
    }

    private static List<LanguageRange> liked(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        return header == null || header.isBlank() || header.length() > LONGEST_HEADER ? List.of() : parsed(header);
    }

    private static List<LanguageRange> parsed(String header) {
        try {
            return LanguageRange.parse(header).stream()
                    .filter(range -> range.getWeight() > 0)
                    .toList();
        } catch (IllegalArgumentException malformed) {
            return List.of();
        }
    }
}
