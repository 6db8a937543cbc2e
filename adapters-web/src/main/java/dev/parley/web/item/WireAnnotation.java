package dev.parley.web.item;

import dev.parley.domain.item.Annotation;
import dev.parley.web.schema.Values;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where something comes from that an assistant said. */
@Schema(name = "SourceAnnotation")
public record WireAnnotation(
        @Values("annotation") String type,
        WireSource source,
        @Nullable Integer index) {

    /** The annotation as the protocol has it. */
    public static WireAnnotation of(Annotation annotation) {
        return new WireAnnotation("annotation", WireSource.of(annotation.source()), annotation.index());
    }
}
