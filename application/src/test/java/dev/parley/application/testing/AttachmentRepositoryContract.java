package dev.parley.application.testing;

import static dev.parley.application.testing.Examples.NOW;
import static dev.parley.application.testing.Examples.conversationOf;
import static dev.parley.application.testing.Examples.someone;
import static dev.parley.application.testing.Failures.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.shared.IdGenerator;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.attachment.Attachment;
import dev.parley.domain.attachment.AttachmentError;
import dev.parley.domain.attachment.AttachmentId;
import dev.parley.domain.attachment.AttachmentName;
import dev.parley.domain.attachment.AttachmentPreview;
import dev.parley.domain.attachment.AttachmentRepository;
import dev.parley.domain.attachment.ContentId;
import dev.parley.domain.attachment.MimeType;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link AttachmentRepository} promises. */
public abstract class AttachmentRepositoryContract {

    private static final long QUOTA = 1000;

    private final PortsUnderTest ports = ports();
    private final UnitOfWork unitOfWork = ports.unitOfWork();
    private final AttachmentRepository attachments = ports.attachments();
    private final IdGenerator ids = new CountingIds();
    private final AccountId owner = someone();

    /** Adapters over an empty store. */
    protected abstract PortsUnderTest ports();

    @Test
    void anAttachmentComesBackAsItWasAdded() {
        Attachment attachment = added(Attachment.announce(
                ids.attachment(), owner, AttachmentName.of("a \"b\" 🚢.png"), MimeType.of("image/png"), 7, NOW));

        assertThat(found(attachment.id())).contains(attachment);
        assertThat(unitOfWork.execute(() -> attachments.lock(attachment.id()))).contains(attachment);
    }

    @Test
    void theFirstAttachmentMakesItsOwnersAccount() {
        added(pending(1));

        assertThat(unitOfWork.read(() -> ports.accounts().find(owner))).isPresent();
    }

    @Test
    void anUnknownAttachmentIsNotThere() {
        assertThat(found(ids.attachment())).isEmpty();
        assertThat(unitOfWork.execute(() -> attachments.lock(ids.attachment()))).isEmpty();
    }

    @Test
    void stateAndContentAreSaved() {
        Attachment attachment = uploaded(5);

        assertThat(found(attachment.id())).contains(attachment);
    }

    @Test
    void theTypeThatTheBytesHaveIsSaved() {
        Attachment announced = added(pending(5));
        ContentId content = ids.content(announced.id());
        Attachment uploaded = announced.uploadingTo(content).uploaded(content, MimeType.of("image/png"));

        unitOfWork.run(() -> attachments.save(uploaded));

        assertThat(found(announced.id()))
                .contains(uploaded)
                .get()
                .extracting(Attachment::type)
                .isEqualTo(MimeType.of("image/png"));
    }

    @Test
    void aPreviewIsRememberedOnceAndGoesWithItsAttachment() {
        Attachment attachment = uploaded(5);
        assertThat(preview(attachment)).isEmpty();

        remember(attachment, new AttachmentPreview(new AttachmentPreview.Image("image/png", new byte[] {1, 2})));
        remember(attachment, new AttachmentPreview(null));

        assertThat(preview(attachment))
                .get()
                .extracting(AttachmentPreview::image)
                .satisfies(image -> {
                    assertThat(image.mimeType()).isEqualTo("image/png");
                    assertThat(image.bytes()).containsExactly(1, 2);
                });
        unitOfWork.run(
                () -> attachments.delete(attachments.lock(attachment.id()).orElseThrow()));
        assertThat(preview(attachment)).isEmpty();
    }

    @Test
    void thatThereIsNoPreviewIsRemembered() {
        Attachment attachment = uploaded(5);

        remember(attachment, new AttachmentPreview(null));

        assertThat(preview(attachment)).contains(new AttachmentPreview(null));
    }

    @Test
    void thePreviewOfAnAttachmentThatIsGoneIsNotRemembered() {
        Attachment gone = pending(1);

        remember(gone, new AttachmentPreview(null));

        assertThat(preview(gone)).isEmpty();
    }

    @Test
    void theQuotaIsUsedToItsLastByteAndNotBeyond() {
        added(pending(QUOTA - 1));
        added(pending(1));

        assertThatThrownBy(() -> added(pending(1)))
                .is(failure(AttachmentError.ATTACHMENT_QUOTA))
                .hasMessageContaining("1,000 bytes");
    }

    @Test
    void anAttachmentLongerThanTheQuotaIsRefused() {
        assertThatThrownBy(() -> added(pending(QUOTA + 1))).is(failure(AttachmentError.ATTACHMENT_QUOTA));
    }

    @Test
    void theQuotaOfOneOwnerIsNotAnothers() {
        added(pending(QUOTA));

        added(pending(someone(), QUOTA, NOW));
    }

    @Test
    void aDeletedAttachmentIsGoneAndMakesRoom() {
        Attachment first = added(pending(QUOTA));
        unitOfWork.run(() -> attachments.delete(first));

        Attachment second = added(pending(QUOTA));

        assertThat(found(first.id())).isEmpty();
        assertThat(found(second.id())).contains(second);
    }

    @Test
    void anAttachmentGoesWithItsConversationAndMakesRoom() {
        Conversation conversation = begun();
        Attachment used = uploaded(QUOTA - 1);
        Attachment unused = added(pending(1));
        claimed(conversation.id(), used.id());

        unitOfWork.run(() -> ports.conversations().lock(conversation.id()).ifPresent(ports.conversations()::delete));

        assertThat(found(used.id())).isEmpty();
        assertThat(found(unused.id())).contains(unused);
        added(pending(QUOTA - 1));
        assertThatThrownBy(() -> added(pending(1))).is(failure(AttachmentError.ATTACHMENT_QUOTA));
    }

    @Test
    void theContentsInAConversationAreThoseOfItsMessages() {
        Conversation conversation = begun();
        Attachment one = uploaded(1);
        Attachment two = uploaded(1);
        claimed(conversation.id(), one.id(), two.id());
        uploaded(1);
        claimed(begun().id(), uploaded(1).id());

        assertThat(unitOfWork.read(() -> attachments.contentsIn(conversation.id())))
                .containsExactlyInAnyOrder(one.uploadedContent(), two.uploadedContent());
    }

    @Test
    void aConversationWithoutAttachmentsIsDeletedAsWell() {
        Conversation conversation = begun();
        added(pending(QUOTA));

        unitOfWork.run(() -> ports.conversations().lock(conversation.id()).ifPresent(ports.conversations()::delete));

        assertThatThrownBy(() -> added(pending(1))).is(failure(AttachmentError.ATTACHMENT_QUOTA));
    }

    @Test
    void claimedAttachmentsComeInTheOrderOfTheirIds() {
        ConversationId conversation = begun().id();
        Attachment one = uploaded(1);
        Attachment two = uploaded(2);

        List<Attachment> claimed = claimed(conversation, two.id(), one.id());

        assertThat(claimed).containsExactly(two.usedIn(conversation), one.usedIn(conversation));
        assertThat(found(one.id())).contains(one.usedIn(conversation));
    }

    @Test
    void claimingNothingIsFine() {
        assertThat(claimed(begun().id())).isEmpty();
    }

    @Test
    void whatIsNotThereIsNotClaimed() {
        ConversationId conversation = begun().id();
        Attachment good = uploaded(1);

        assertThatThrownBy(() -> claimed(conversation, good.id(), ids.attachment()))
                .is(failure(AttachmentError.ATTACHMENT_NOT_FOUND));
        assertThat(found(good.id())).contains(good);
    }

    @Test
    void whatIsAnothersIsNotClaimed() {
        ConversationId conversation = begun().id();
        Attachment anothers = uploaded(pending(someone(), 1, NOW));

        assertThatThrownBy(() -> claimed(conversation, anothers.id()))
                .is(failure(AttachmentError.ATTACHMENT_NOT_FOUND));
    }

    @Test
    void whatHasNoContentIsNotClaimed() {
        ConversationId conversation = begun().id();
        AttachmentId pending = added(pending(1)).id();

        assertThatThrownBy(() -> claimed(conversation, pending)).is(failure(AttachmentError.ATTACHMENT_NOT_UPLOADED));
    }

    @Test
    void whatAMessageHasIsNotClaimedAgain() {
        ConversationId conversation = begun().id();
        AttachmentId used = uploaded(1).id();
        claimed(conversation, used);

        assertThatThrownBy(() -> claimed(conversation, used)).is(failure(AttachmentError.ATTACHMENT_IN_USE));
    }

    @Test
    void unusedAttachmentsAreFoundOldestFirst() {
        Attachment oldest = added(pending(owner, 1, NOW.minusSeconds(3)));
        Attachment older = uploaded(pending(owner, 1, NOW.minusSeconds(2)));
        Attachment used = uploaded(pending(owner, 1, NOW.minusSeconds(2)));
        added(pending(owner, 1, NOW));
        claimed(begun().id(), used.id());

        assertThat(unused(NOW, 10)).containsExactly(oldest, older);
        assertThat(unused(NOW, 1)).containsExactly(oldest);
        assertThat(unused(NOW.minusSeconds(3), 10)).isEmpty();
    }

    @Test
    void knownContentsAreThoseOfAttachments() {
        Attachment uploaded = uploaded(1);
        ContentId current = uploaded.uploadedContent();
        Attachment uploading = added(pending(1));
        ContentId begun = ids.content(uploading.id());
        unitOfWork.run(() -> attachments.save(uploading.uploadingTo(begun)));
        ContentId overtaken = ids.content(uploading.id());
        ContentId stray = ids.content(ids.attachment());

        assertThat(unitOfWork.read(() -> attachments.known(Set.of(current, begun, overtaken, stray))))
                .containsExactlyInAnyOrder(current, begun);
        assertThat(unitOfWork.read(() -> attachments.known(Set.of()))).isEmpty();
    }

    private Conversation begun() {
        Conversation conversation = conversationOf(owner);
        unitOfWork.run(() -> ports.conversations().add(conversation, 10));
        return conversation;
    }

    private List<Attachment> claimed(ConversationId conversation, AttachmentId... claimed) {
        return unitOfWork.execute(() -> {
            ports.conversations().lock(conversation);
            return attachments.claim(owner, List.of(claimed), conversation);
        });
    }

    private List<Attachment> unused(Instant before, int maximum) {
        return unitOfWork.read(() -> attachments.unused(before, maximum));
    }

    private Optional<Attachment> found(AttachmentId id) {
        return unitOfWork.read(() -> attachments.find(id));
    }

    private Attachment uploaded(long size) {
        return uploaded(pending(size));
    }

    private Attachment uploaded(Attachment pending) {
        added(pending);
        ContentId content = ids.content(pending.id());
        Attachment uploaded = pending.uploadingTo(content).uploaded(content, pending.type());
        unitOfWork.run(() -> attachments.save(uploaded));
        return uploaded;
    }

    private Attachment added(Attachment attachment) {
        unitOfWork.run(() -> attachments.add(attachment, QUOTA));
        return attachment;
    }

    private Attachment pending(long size) {
        return pending(owner, size, NOW);
    }

    private Attachment pending(AccountId of, long size, Instant begin) {
        String random = UUID.randomUUID().toString().replace("-", "");
        return Attachment.announce(
                AttachmentId.ofRandom(random), of, AttachmentName.of("a.bin"), MimeType.OCTETS, size, begin);
    }

    private Optional<AttachmentPreview> preview(Attachment attachment) {
        return unitOfWork.read(() -> attachments.findPreview(attachment.id()));
    }

    private void remember(Attachment attachment, AttachmentPreview preview) {
        unitOfWork.run(() -> attachments.addPreview(attachment.id(), preview));
    }
}
