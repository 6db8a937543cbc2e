package dev.parley.web.chatkit;

import dev.parley.application.thread.PerformAction.Act;
import dev.parley.domain.shared.FieldError;
import dev.parley.domain.shared.InvalidRequest;
import dev.parley.domain.shared.Json;
import dev.parley.domain.shared.Text;
import dev.parley.web.schema.Forms;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a user did with a widget, as the protocol has it. How a client handles the action is its own business. */
@Schema(name = "WidgetAction")
record WireAction(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, pattern = Forms.TEXT, minLength = 1, maxLength = 200)
        @Nullable String type,

        @Nullable Json payload) {

    private static final int MAXIMUM_PAYLOAD = 64 * 1024;

    Act act(String field) {
        Json given = payload == null ? Json.NULL : payload;
        if (given.text().length() > MAXIMUM_PAYLOAD) {
            throw new InvalidRequest(field + ".payload", FieldError.MUST_HAVE_AT_MOST_CHARACTERS, MAXIMUM_PAYLOAD);
        }
        return new Act(Params.id(field + ".type", type), new Json(Text.storable(field + ".payload", given.text())));
    }
}
