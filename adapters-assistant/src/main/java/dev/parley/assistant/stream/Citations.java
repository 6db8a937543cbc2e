package dev.parley.assistant.stream;

import dev.parley.domain.item.Annotation;
import dev.parley.domain.item.Source;
import dev.parley.domain.shared.Text;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What providers tell of the pages that an answer comes from: annotations of the type {@code url_citation}. */
final class Citations {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int MAXIMUM_URL = 2048;
    private static final int MAXIMUM_TITLE = 300;

    private Citations() {}

    /** Those that name a page on the web; whatever else stands there counts for nothing. */
    static List<Annotation> of(String annotations) {
        JsonNode read = JSON.readTree(annotations);
        return read.isArray()
                ? read.valueStream()
                        .flatMap(annotation -> citation(annotation.path("url_citation")).stream())
                        .toList()
                : List.of();
    }

    private static Optional<Annotation> citation(JsonNode citation) {
        return text(citation, "url").filter(Citations::isOnTheWeb).map(url -> {
            String title = text(citation, "title").orElse(url);
            Source.Details details = Source.Details.titled(Text.cut(Text.onOneLine(title), MAXIMUM_TITLE));
            return new Annotation(new Source.Url(details, url, null), index(citation.path("end_index")));
        });
    }

    private static boolean isOnTheWeb(String url) {
        return url.length() <= MAXIMUM_URL && (url.startsWith("https://") || url.startsWith("http://"));
    }

    /** The end of what is cited. */
    private static @Nullable Integer index(JsonNode end) {
        return end.isNumber() && end.canConvertToInt() && end.asInt() >= 0 ? (Integer) end.asInt() : null;
    }

    private static Optional<String> text(JsonNode citation, String name) {
        JsonNode text = citation.path(name);
        return text.isString() && !text.stringValue().isBlank() ? Optional.of(text.stringValue()) : Optional.empty();
    }
}
