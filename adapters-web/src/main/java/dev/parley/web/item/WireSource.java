package dev.parley.web.item;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.domain.item.Source;
import dev.parley.domain.shared.Json;
import dev.parley.web.schema.Values;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where knowledge comes from. */
@Schema(name = "AnnotationSource")
public sealed interface WireSource {

    /** The source as the protocol has it. */
    static WireSource of(Source source) {
        return switch (source) {
            case Source.Url url -> of(url);
            case Source.File file -> of(file);
            case Source.Entity entity -> of(entity);
        };
    }

    /** A page as the protocol has it. */
    static Url of(Source.Url source) {
        Source.Details details = source.details();
        return new Url(
                "url",
                details.title(),
                source.url(),
                details.description(),
                details.timestamp(),
                details.group(),
                source.attribution());
    }

    /** A file as the protocol has it. */
    static File of(Source.File source) {
        Source.Details details = source.details();
        return new File(
                "file",
                details.title(),
                source.filename(),
                details.description(),
                details.timestamp(),
                details.group());
    }

    private static Entity of(Source.Entity source) {
        Source.Details details = source.details();
        return new Entity(
                "entity",
                source.id(),
                details.title(),
                details.description(),
                details.timestamp(),
                details.group(),
                source.icon(),
                source.label(),
                source.inlineLabel(),
                source.interactive(),
                source.data());
    }

    /** A page. */
    @Schema(name = "UrlSource")
    record Url(
            @Values("url") String type,
            String title,
            String url,
            @Nullable String description,
            @Nullable String timestamp,
            @Nullable String group,
            @Nullable String attribution)
            implements WireSource {}

    /** A file. */
    @Schema(name = "FileSource")
    record File(
            @Values("file") String type,
            String title,
            String filename,
            @Nullable String description,
            @Nullable String timestamp,
            @Nullable String group)
            implements WireSource {}

    /**
     * Something of the application's own.
     *
     * @param data JSON of the application's
     */
    @Schema(name = "EntitySource")
    record Entity(
            @Values("entity") String type,
            String id,
            String title,
            @Nullable String description,
            @Nullable String timestamp,
            @Nullable String group,
            @Nullable String icon,
            @Nullable String label,
            @JsonProperty("inline_label") @Nullable String inlineLabel,
            boolean interactive,
            @Schema(type = "object") Json data)
            implements WireSource {}
}
