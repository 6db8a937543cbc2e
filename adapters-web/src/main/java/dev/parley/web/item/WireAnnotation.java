package dev.parley.web.item;

import dev.parley.domain.item.Annotation;
import org.jspecify.annotations.Nullable;

/** Where something comes from that an assistant said. */
public record WireAnnotation(
        String type, WireSource source, @Nullable Integer index) {

    /** The annotation as the protocol has it. */
    public static WireAnnotation of(Annotation annotation) {
        return new WireAnnotation("annotation", WireSource.of(annotation.source()), annotation.index());
    }
}
