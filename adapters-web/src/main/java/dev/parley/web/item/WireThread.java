package dev.parley.web.item;

import static dev.parley.web.item.WireThreadMapper.MAPPER;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.domain.conversation.Conversation;
import dev.parley.web.image.ImageDomains;
import dev.parley.web.schema.Forms;
import dev.parley.web.schema.Values;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A thread.
 *
 * @param title null while it has none: clients have words of their own for that, in the user's language
 * @param allowedImageDomains null for any
 * @param metadata what is meant for clients, which is nothing so far; never what the server keeps for itself
 */
@Schema(name = "ChatThread")
public record WireThread(
        @Schema(pattern = Forms.UUID) String id,
        @Nullable String title,
        @JsonProperty("created_at") Instant createdAt,
        Status status,
        @JsonProperty("allowed_image_domains") @Nullable List<String> allowedImageDomains,
        Map<String, Object> metadata,
        WirePage<WireItem> items) {

    /** The thread without its items, as the protocol has it. */
    public static WireThread of(Conversation conversation, ImageDomains domains) {
        return of(conversation, domains, WirePage.last(List.of()));
    }

    /** The thread with some of its items, as the protocol has it. */
    public static WireThread of(Conversation conversation, ImageDomains domains, WirePage<WireItem> items) {
        return MAPPER.thread(conversation, domains.of(conversation), items);
    }

    /** Whether the thread takes messages. */
    @Schema(name = "ThreadStatus")
    public record Status(
            @Values({"active", "locked", "closed"}) String type,
            @Nullable String reason) {}
}
