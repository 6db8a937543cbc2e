package dev.parley.web.chatkit;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.MessageAttachment;

/** A file that a user sent with a message. */
public sealed interface WireAttachment {

    /** The attachment as the protocol has it. */
    static WireAttachment of(ConversationId thread, MessageAttachment attachment, Previews previews) {
        String preview = attachment.isImage() ? previews.url(attachment.id()) : null;
        return preview == null
                ? new File("file", attachment.id(), attachment.name(), attachment.mimeType(), thread.toString())
                : new Image(
                        "image", attachment.id(), attachment.name(), attachment.mimeType(), thread.toString(), preview);
    }

    /** Any file. */
    record File(
            String type,
            String id,
            String name,
            @JsonProperty("mime_type") String mimeType,
            @JsonProperty("thread_id") String threadId)
            implements WireAttachment {}

    /** An image, which the protocol shows by its preview. */
    record Image(
            String type,
            String id,
            String name,
            @JsonProperty("mime_type") String mimeType,
            @JsonProperty("thread_id") String threadId,
            @JsonProperty("preview_url") String previewUrl)
            implements WireAttachment {}
}
