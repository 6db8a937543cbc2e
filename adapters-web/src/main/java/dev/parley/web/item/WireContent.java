package dev.parley.web.item;

import dev.parley.domain.item.UserContent;
import dev.parley.domain.shared.Json;
import dev.parley.web.schema.Values;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a message. */
@Schema(name = "ContentPart")
public sealed interface WireContent {

    /** A part of a user's message as the protocol has it. */
    static WireContent of(UserContent part) {
        return switch (part) {
            case dev.parley.domain.item.InputText text -> new InputText("input_text", text.text());
            case dev.parley.domain.item.InputTag tag ->
                new InputTag("input_tag", tag.id(), tag.text(), tag.data(), tag.group(), tag.interactive());
        };
    }

    /** A part of an assistant's message as the protocol has it. */
    static OutputText of(dev.parley.domain.item.OutputText part) {
        return new OutputText(
                "output_text",
                part.text(),
                part.annotations().stream().map(WireAnnotation::of).toList());
    }

    /** What a user wrote. */
    record InputText(@Values("input_text") String type, String text) implements WireContent {}

    /**
     * What a user mentioned by picking it.
     *
     * @param data JSON of the client's
     */
    record InputTag(
            @Values("input_tag") String type,
            String id,
            String text,
            Json data,
            @Nullable String group,
            boolean interactive)
            implements WireContent {}

    /** What an assistant wrote. */
    record OutputText(@Values("output_text") String type, String text, List<WireAnnotation> annotations)
            implements WireContent {}
}
