package dev.parley.web.item;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.item.Item;
import dev.parley.web.schema.Forms;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;

/**
 * An entry of a thread that clients are shown.
 *
 * @param body what the item holds, beside what all items have
 */
@Schema(name = "ThreadItem")
public record WireItem(
        String id,

        @Schema(pattern = Forms.UUID) @JsonProperty("thread_id")
        String threadId,

        @JsonProperty("created_at") Instant createdAt,
        @JsonUnwrapped WireItemBody body) {

    /** The item as the protocol has it; none where clients are not shown it. */
    public static Optional<WireItem> of(ConversationId thread, Item item, Previews previews) {
        return WireItemBody.of(thread, item, previews)
                .map(body -> new WireItem(item.id().value(), thread.toString(), item.createdAt(), body));
    }
}
