package dev.parley.web.shared;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.Locale.LanguageRange;
import org.springframework.http.HttpHeaders;

/** The language that a client likes best (RFC 9110, section 12.5.4). */
public final class AcceptedLanguage {

    private static final String USUAL = "en";
    private static final int LONGEST_HEADER = 1000;

    private AcceptedLanguage() {}

    /** The BCP 47 tag of the language; English where the request names none, or what it names is no list of languages. */
    public static String of(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        return header == null || header.isBlank() || header.length() > LONGEST_HEADER ? USUAL : best(header);
    }

    private static String best(String header) {
        try {
            return LanguageRange.parse(header).stream()
                    .filter(range -> range.getWeight() > 0 && !range.getRange().contains("*"))
                    .max(Comparator.comparingDouble(LanguageRange::getWeight))
                    .map(LanguageRange::getRange)
                    .orElse(USUAL);
        } catch (IllegalArgumentException malformed) {
            return USUAL;
        }
    }
}
