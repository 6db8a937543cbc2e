package dev.parley.web.item;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.item.MessageAttachment;
import dev.parley.web.schema.Forms;
import dev.parley.web.schema.Values;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A file that a user sends with a message. */
@Schema(name = "Attachment")
public sealed interface WireAttachment {

    /** An attachment that was sent with a message, as the protocol has it. */
    static WireAttachment of(ConversationId thread, MessageAttachment attachment, Previews previews) {
        String preview = attachment.isImage() ? previews.url(attachment.id()) : null;
        return preview == null
                ? new File("file", attachment.id(), attachment.name(), attachment.mimeType(), null, thread.toString())
                : new Image(
                        "image",
                        attachment.id(),
                        attachment.name(),
                        attachment.mimeType(),
                        null,
                        thread.toString(),
                        preview);
    }

    /**
     * One that is shown as a file.
     *
     * @param uploadDescriptor how to upload it; null once it is uploaded
     * @param threadId the thread whose message has it; null until one has
     */
    @Schema(name = "FileAttachment")
    record File(
            @Values("file") String type,
            @Schema(pattern = Forms.ATTACHMENT_ID) String id,
            String name,
            @JsonProperty("mime_type") String mimeType,
            @JsonProperty("upload_descriptor") @Nullable Upload uploadDescriptor,
            @JsonProperty("thread_id") @Nullable String threadId)
            implements WireAttachment {}

    /**
     * One that is shown as an image.
     *
     * @param uploadDescriptor how to upload it; null once it is uploaded
     * @param threadId the thread whose message has it; null until one has
     * @param previewUrl where a small image is, for ten minutes
     */
    @Schema(name = "ImageAttachment")
    record Image(
            @Values("image") String type,
            @Schema(pattern = Forms.ATTACHMENT_ID) String id,
            String name,
            @JsonProperty("mime_type") String mimeType,
            @JsonProperty("upload_descriptor") @Nullable Upload uploadDescriptor,
            @JsonProperty("thread_id") @Nullable String threadId,
            @JsonProperty("preview_url") String previewUrl)
            implements WireAttachment {}

    /**
     * How a client uploads.
     *
     * @param url where to, for ten minutes
     * @param method the HTTP method
     * @param headers to send along
     */
    @Schema(name = "UploadDescriptor")
    record Upload(String url, @Values({"POST", "PUT"}) String method, Map<String, String> headers) {}
}
