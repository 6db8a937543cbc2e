package dev.parley.web.chatkit;

import dev.parley.domain.shared.Json;
import dev.parley.web.schema.Forms;
import dev.parley.web.schema.Values;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The two forms that a {@link WireUserInput.Part} may have, for the API's description. */
@Schema(name = "UserInputPart")
sealed interface WirePart {

    /** What the user wrote. */
    @Schema(name = "UserInputText")
    record Written(
            @Values("input_text") String type,
            @Schema(pattern = Forms.TEXT) String text) implements WirePart {}

    /** What the user mentioned by picking it. */
    @Schema(name = "UserInputTag")
    record Picked(
            @Values("input_tag") String type,

            @Schema(pattern = Forms.TEXT, minLength = 1, maxLength = 1000)
            String id,

            @Schema(pattern = Forms.TEXT) String text,
            @Schema(type = "object") @Nullable Json data,

            @Schema(pattern = Forms.TEXT, minLength = 1, maxLength = 1000) @Nullable String group,

            @Nullable Boolean interactive)
            implements WirePart {}
}
