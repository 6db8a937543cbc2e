package dev.parley.application.testing;

import dev.parley.domain.account.AccountId;
import dev.parley.domain.attachment.Attachment;
import dev.parley.domain.attachment.AttachmentId;
import dev.parley.domain.attachment.AttachmentName;
import dev.parley.domain.attachment.ContentId;
import dev.parley.domain.attachment.MimeType;
import java.util.UUID;

/** Attachments that tests have at hand. */
public final class Uploads {

    private static final long NO_QUOTA = Long.MAX_VALUE / 2;

    private Uploads() {}

    /** A new attachment of ten bytes of the owner, which is not stored. */
    public static Attachment announced(AccountId owner) {
        return Attachment.announce(
                AttachmentId.ofRandom(random()), owner, AttachmentName.of("a.bin"), MimeType.OCTETS, 10, Examples.NOW);
    }

    /** The content of a stored attachment of someone's whose upload has begun. */
    public static ContentId begun(PortsUnderTest ports) {
        Attachment announced = announced(Examples.someone());
        ContentId content = new ContentId(announced.id(), random());
        ports.unitOfWork().run(() -> {
            ports.attachments().add(announced, NO_QUOTA);
            ports.attachments().save(announced.uploadingTo(content));
        });
        return content;
    }

    /** The id of another upload of the same attachment. */
    public static ContentId another(ContentId content) {
        return new ContentId(content.attachment(), random());
    }

    private static String random() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
