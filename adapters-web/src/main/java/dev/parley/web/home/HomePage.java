package dev.parley.web.home;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.application.shared.Language;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** The root as HTML: no script, nothing that is loaded, and one style that its policy names by its hash. */
final class HomePage {

    private static final String STYLE = """
            :root { color-scheme: light dark; }
            body { font: 1rem/1.6 system-ui, sans-serif; max-width: 40rem; margin: 4rem auto; padding: 0 1.5rem; }
            h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .25rem; }
            h1 small { font-size: 1rem; font-weight: normal; opacity: .65; }
            dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.5rem; margin: 1.5rem 0; }
            dt { opacity: .65; }
            dd { margin: 0; overflow-wrap: anywhere; }
            ul { list-style: none; padding: 0; }
            """;

    /** The one thing that a browser may use here is the style of this page (CSP Level 3, section 2.3.1). */
    static final String POLICY = "default-src 'none'; style-src '" + hash(STYLE) + "'; img-src data:; base-uri 'none';"
            + " form-action 'none'; frame-ancestors 'none'";

    private HomePage() {}

    static String of(HomeDocument home, Language language) {
        return """
                <!DOCTYPE html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width">
                <title>Parley</title>
                <link rel="icon" href="data:,">
                <style>%s</style>
                </head>
                <body>
                <main>
                <h1>%s <small>%s</small></h1>
                <p>%s</p>
                <dl>
                %s</dl>
                <ul>
                %s</ul>
                </main>
                </body>
                </html>
                """.formatted(
                        language.locale().toLanguageTag(),
                        STYLE,
                        escape(home.name()),
                        escape(home.version()),
                        text(HomeText.SERVER_RUNS, language),
                        facts(home, language),
                        links(home, language));
    }

    private static String facts(HomeDocument home, Language language) {
        String data = home.data();
        return fact(HomeText.WHO_ANSWERS, home.assistant(), language)
                + (data == null ? "" : fact(HomeText.WHERE_DATA_LIE, data, language));
    }

    private static String fact(HomeText name, String value, Language language) {
        return "<dt>%s</dt><dd>%s</dd>%n".formatted(text(name, language), escape(value));
    }

    private static String links(HomeDocument home, Language language) {
        return home.links().stream()
                .map(link ->
                        "<li><a href=\"%s\">%s</a></li>%n".formatted(escape(link.href()), text(link.title(), language)))
                .collect(Collectors.joining());
    }

    private static String text(HomeText text, Language language) {
        return escape(language.localize(text.text()));
    }

    private static String escape(String text) {
        return HtmlUtils.htmlEscape(text, UTF_8.name());
    }

    private static String hash(String style) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
