package dev.parley.web.chatkit;

import dev.parley.domain.attachment.Attachment;
import dev.parley.domain.attachment.AttachmentKind;
import dev.parley.domain.attachment.AttachmentState;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.web.chatkit.WireAttachment.Upload;
import dev.parley.web.security.SignedAddresses;
import dev.parley.web.shared.PublicAddress;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/** Attachments as the protocol has them, for the client of the current request, who gets signed addresses. */
@Component
public final class WireAttachments {

    private static final String PATH = "/api/v1/attachments/";

    private final PublicAddress server;
    private final SignedAddresses addresses;

    WireAttachments(PublicAddress server, SignedAddresses addresses) {
        this.server = server;
        this.addresses = addresses;
    }

    /** An attachment for its owner. */
    public WireAttachment of(Attachment attachment) {
        ConversationId thread = attachment.conversation();
        return wire(
                attachment.id().value(),
                attachment.name().value(),
                attachment.type().value(),
                attachment.kind(),
                attachment.state() == AttachmentState.PENDING ? upload(attachment) : null,
                thread == null ? null : thread.toString());
    }

    /**
     * An attachment of a message, for who may read the message's thread.
     *
     * @param id the attachment's id
     * @param kind how it is shown
     */
    public WireAttachment sent(ConversationId thread, String id, String name, String mimeType, AttachmentKind kind) {
        return wire(id, name, mimeType, kind, null, thread.toString());
    }

    private WireAttachment wire(
            String id,
            String name,
            String mimeType,
            AttachmentKind kind,
            @Nullable Upload upload,
            @Nullable String thread) {
        return switch (kind) {
            case FILE -> new WireAttachment.File(id, name, mimeType, upload, thread, "file");
            case IMAGE ->
                new WireAttachment.Image(
                        id, name, mimeType, upload, thread, signed(HttpMethod.GET, PATH + id + "/preview"), "image");
        };
    }

    private Upload upload(Attachment attachment) {
        return new Upload(
                signed(HttpMethod.PUT, PATH + attachment.id()),
                HttpMethod.PUT.name(),
                Map.of(HttpHeaders.CONTENT_TYPE, attachment.type().value()));
    }

    private String signed(HttpMethod method, String path) {
        return server.of(addresses.sign(method, path));
    }
}
