package dev.parley.assistant.openai;

import com.openai.core.JsonField;
import com.openai.core.JsonValue;
import dev.parley.domain.item.Annotation;
import dev.parley.domain.item.Source;
import dev.parley.domain.shared.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What providers tell of the pages that an answer comes from: annotations of the type {@code url_citation}. */
final class Citations {

    private static final int MAXIMUM_URL = 2048;
    private static final int MAXIMUM_TITLE = 300;

    private Citations() {}

    /** Those that name a page on the web; whatever else stands there counts for nothing. */
    static List<Annotation> of(@Nullable JsonField<?> annotations) {
        List<JsonValue> told =
                annotations == null ? List.of() : array(annotations).orElse(List.of());
        return told.stream()
                .flatMap(annotation -> citation(annotation).stream())
                .toList();
    }

    private static Optional<Annotation> citation(JsonField<?> annotation) {
        return object(annotation)
                .flatMap(fields -> object(fields.get("url_citation")))
                .flatMap(fields -> text(fields, "url")
                        .filter(Citations::isOnTheWeb)
                        .map(url -> {
                            String title = text(fields, "title").orElse(url);
                            Source.Details details =
                                    Source.Details.titled(Text.cut(Text.onOneLine(title), MAXIMUM_TITLE));
                            return new Annotation(new Source.Url(details, url, null), index(fields));
                        }));
    }

    private static boolean isOnTheWeb(String url) {
        return url.length() <= MAXIMUM_URL && (url.startsWith("https://") || url.startsWith("http://"));
    }

    /** The end of what is cited. */
    private static @Nullable Integer index(Map<String, JsonValue> fields) {
        JsonField<?> end = fields.get("end_index");
        return end == null
                ? null
                : end.asNumber()
                        .map(Number::intValue)
                        .filter(index -> index >= 0)
                        .orElse(null);
    }

    private static Optional<String> text(Map<String, JsonValue> fields, String name) {
        JsonField<?> field = fields.get(name);
        return field == null ? Optional.empty() : field.asString().filter(text -> !text.isBlank());
    }

    private static Optional<List<JsonValue>> array(JsonField<?> value) {
        return value.asArray();
    }

    private static Optional<Map<String, JsonValue>> object(@Nullable JsonField<?> value) {
        return value == null ? Optional.empty() : value.asObject();
    }
}
