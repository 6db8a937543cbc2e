package dev.parley.domain.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.shared.InvalidRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttachmentTest {

    private static final AttachmentId ID = AttachmentId.ofRandom("0123456789abcdef01234567");
    private static final ContentId FIRST = new ContentId(ID, "0".repeat(24));
    private static final ContentId SECOND = new ContentId(ID, "1".repeat(24));
    private static final ConversationId SESSION = ConversationId.of("some");
    private static final AccountId OWNER = new AccountId(new UUID(1, 2));

    private final Attachment announced = of("image/png");

    @Test
    void anUploadedAttachmentIsNotUploadedAgain() {
        Attachment uploaded = announced.uploadingTo(FIRST).uploaded(FIRST, announced.type());

        assertThat(uploaded.uploadedContent()).isEqualTo(FIRST);
        assertThatThrownBy(() -> uploaded.uploadingTo(SECOND))
                .hasFieldOrPropertyWithValue("error", AttachmentError.ATTACHMENT_ALREADY_UPLOADED);
        assertThatThrownBy(() -> uploaded.uploaded(FIRST, uploaded.type()))
                .hasFieldOrPropertyWithValue("error", AttachmentError.UPLOAD_SUPERSEDED);
    }

    @Test
    void theNewestUploadIsTaken() {
        Attachment again = announced.uploadingTo(FIRST).uploadingTo(SECOND);

        assertThatThrownBy(() -> again.uploaded(FIRST, again.type()))
                .hasFieldOrPropertyWithValue("error", AttachmentError.UPLOAD_SUPERSEDED);
        assertThat(again.uploaded(SECOND, again.type()).uploadedContent()).isEqualTo(SECOND);
    }

    @Test
    void whatIsNotUploadedHasNoContentAndIsNotUsed() {
        Attachment uploading = announced.uploadingTo(FIRST);

        assertThatThrownBy(announced::uploadedContent)
                .hasFieldOrPropertyWithValue("error", AttachmentError.ATTACHMENT_NOT_UPLOADED);
        assertThatThrownBy(uploading::uploadedContent)
                .hasFieldOrPropertyWithValue("error", AttachmentError.ATTACHMENT_NOT_UPLOADED);
        assertThatThrownBy(() -> uploading.usedIn(SESSION))
                .hasFieldOrPropertyWithValue("error", AttachmentError.ATTACHMENT_NOT_UPLOADED);
    }

    @Test
    void whatAMessageHasIsNotUsedAgain() {
        Attachment used =
                announced.uploadingTo(FIRST).uploaded(FIRST, announced.type()).usedIn(SESSION);

        assertThat(used.conversation()).isEqualTo(SESSION);
        assertThatThrownBy(() -> used.usedIn(SESSION))
                .hasFieldOrPropertyWithValue("error", AttachmentError.ATTACHMENT_IN_USE);
    }

    @Test
    void anothersAttachmentIsNotThere() {
        assertThat(announced.ownedBy(OWNER)).isEqualTo(announced);
        assertThatThrownBy(() -> announced.ownedBy(new AccountId(new UUID(3, 4))))
                .hasFieldOrPropertyWithValue("error", AttachmentError.ATTACHMENT_NOT_FOUND);
    }

    @ParameterizedTest
    @CsvSource({
        "image/png, IMAGE",
        "image/jpeg, IMAGE",
        "image/gif, IMAGE",
        "image/webp, IMAGE",
        "image/svg+xml, FILE",
        "image/tiff, FILE",
        "application/pdf, FILE"
    })
    void onlyRasterImagesAreShownAsImages(String type, AttachmentKind kind) {
        assertThat(of(type).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "atc_",
                "atc_0123",
                "msg_0123456789abcdef01234567",
                "atc_0123456789ABCDEF01234567",
                "atc_0123456789abcdef0123456z",
                "atc_0123456789abcdef01234567/..",
                "atc_0123456789abcdef01234567\n"
            })
    void whatIsNoIdIsNotFound(String text) {
        assertThatThrownBy(() -> AttachmentId.of(text))
                .hasFieldOrPropertyWithValue("error", AttachmentError.ATTACHMENT_NOT_FOUND);
    }

    @Test
    void aContentsNameIsReadBack() {
        assertThat(ContentId.parse(FIRST.toString())).contains(FIRST);
        assertThat(ContentId.parse("README")).isEmpty();
        assertThatThrownBy(() -> new ContentId(ID, "../x")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void limitsAreTakenToTheirEdge() {
        AttachmentLimits limits = new AttachmentLimits(10, 1, 100);
        AttachmentId other = AttachmentId.ofRandom("f".repeat(24));

        assertThatCode(() -> limits.checkSize(1)).doesNotThrowAnyException();
        assertThatCode(() -> limits.checkSize(10)).doesNotThrowAnyException();
        assertThatThrownBy(() -> limits.checkSize(0)).isInstanceOf(InvalidRequest.class);
        assertThatThrownBy(() -> limits.checkSize(11))
                .hasFieldOrPropertyWithValue("error", AttachmentError.ATTACHMENT_TOO_LARGE);
        assertThatCode(() -> limits.checkMessage(List.of(ID))).doesNotThrowAnyException();
        assertThatThrownBy(() -> limits.checkMessage(List.of(ID, other)))
                .hasFieldOrPropertyWithValue("error", AttachmentError.TOO_MANY_ATTACHMENTS);
        assertThatThrownBy(() -> new AttachmentLimits(10, 2, 100).checkMessage(List.of(ID, ID)))
                .isInstanceOf(InvalidRequest.class);
    }

    private static Attachment of(String type) {
        return Attachment.announce(ID, OWNER, AttachmentName.of("a"), MimeType.of(type), 5, Instant.EPOCH);
    }
}
