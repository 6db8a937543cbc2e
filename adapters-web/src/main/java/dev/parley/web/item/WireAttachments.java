package dev.parley.web.item;

import dev.parley.domain.attachment.Attachment;
import dev.parley.domain.attachment.AttachmentState;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.web.http.PublicAddress;
import dev.parley.web.item.WireAttachment.Upload;
import dev.parley.web.security.SignedAddresses;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/** Attachments as the protocol has them, for the client of the current request, who gets signed addresses. */
@Component
public final class WireAttachments implements Previews {

    private static final String PATH = "/api/v1/attachments/";

    private final PublicAddress server;
    private final SignedAddresses addresses;

    WireAttachments(PublicAddress server, SignedAddresses addresses) {
        this.server = server;
        this.addresses = addresses;
    }

    /** An attachment for its owner. */
    public WireAttachment of(Attachment attachment) {
        String id = attachment.id().value();
        String name = attachment.name().value();
        String type = attachment.type().value();
        ConversationId conversation = attachment.conversation();
        String thread = conversation == null ? null : conversation.toString();
        Upload upload = attachment.state() == AttachmentState.PENDING ? upload(attachment) : null;
        return switch (attachment.kind()) {
            case FILE -> new WireAttachment.File("file", id, name, type, upload, thread);
            case IMAGE -> new WireAttachment.Image("image", id, name, type, upload, thread, url(id));
        };
    }

    /** A signed address of the preview, good for ten minutes. */
    @Override
    public String url(String attachment) {
        return signed(HttpMethod.GET, PATH + attachment + "/preview");
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
