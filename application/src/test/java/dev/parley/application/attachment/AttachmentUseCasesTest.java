package dev.parley.application.attachment;

import static dev.parley.application.testing.Examples.conversationOf;
import static dev.parley.application.testing.Examples.someone;
import static dev.parley.application.testing.Failures.failure;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.attachment.OpenAttachment.Opened;
import dev.parley.application.shared.ErrorReporter;
import dev.parley.application.shared.IdGenerator;
import dev.parley.application.testing.CountingIds;
import dev.parley.application.testing.PortsUnderTest;
import dev.parley.application.testing.RecordingErrorReporter;
import dev.parley.application.testing.SettableClock;
import dev.parley.application.testing.UseCases;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.attachment.Attachment;
import dev.parley.domain.attachment.AttachmentError;
import dev.parley.domain.attachment.AttachmentId;
import dev.parley.domain.attachment.AttachmentLimits;
import dev.parley.domain.attachment.AttachmentName;
import dev.parley.domain.attachment.AttachmentState;
import dev.parley.domain.attachment.ContentId;
import dev.parley.domain.attachment.MimeType;
import dev.parley.domain.conversation.Conversation;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttachmentUseCasesTest {

    private static final AttachmentLimits LIMITS = new AttachmentLimits(1_000_000, 10, 1_500_000);
    private static final String PNG = "\u0089PNG\r\n\u001A\n";

    private final PortsUnderTest ports = PortsUnderTest.inMemory();
    private final SettableClock clock = new SettableClock();
    private final CountingIds ids = new CountingIds();
    private final RecordingErrorReporter errorReporter = new RecordingErrorReporter();
    private final UseCases useCases = UseCases.over(ports)
            .with(InstantSource.class, clock)
            .with(IdGenerator.class, ids)
            .with(ErrorReporter.class, errorReporter)
            .with(AttachmentLimits.class, LIMITS);
    private final CreateAttachment createAttachment = useCases.get(CreateAttachment.class);
    private final UploadAttachment uploadAttachment = useCases.get(UploadAttachment.class);
    private final OpenAttachment openAttachment = useCases.get(OpenAttachment.class);
    private final DeleteAttachment deleteAttachment = useCases.get(DeleteAttachment.class);
    private final PruneAttachments pruneAttachments = useCases.get(PruneAttachments.class);
    private final AccountId ada = someone();
    private final AttachmentAccess asAda = new AttachmentAccess.Caller(ada);
    private final AttachmentAccess asBob = new AttachmentAccess.Caller(someone());

    @Test
    void whatIsUploadedIsOpened() throws IOException {
        String text = "x".repeat(700_000);
        AttachmentId id = announced("text/plain", text.length());

        Attachment uploaded = upload(id, text);

        assertThat(uploaded.state()).isEqualTo(AttachmentState.UPLOADED);
        assertThat(content(asAda, id)).isEqualTo(text);
        assertThat(content(new AttachmentAccess.SignedAddress(), id)).isEqualTo(text);
    }

    @Test
    void anUploadIsTakenOnce() throws IOException {
        AttachmentId id = announced("text/plain", 1);
        upload(id, "a");

        assertThatThrownBy(() -> upload(id, "b")).is(failure(AttachmentError.ATTACHMENT_ALREADY_UPLOADED));
        assertThat(content(asAda, id)).isEqualTo("a");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 999, 1001, 600_000})
    void anUploadOfAnotherLengthIsRefusedAndLeavesNothing(int length) throws IOException {
        AttachmentId id = announced("text/plain", 1000);

        assertThatThrownBy(() -> upload(id, "x".repeat(length))).is(failure(AttachmentError.ATTACHMENT_SIZE_MISMATCH));

        assertThat(chunksOf(id)).isEmpty();
        upload(id, "y".repeat(1000));
        assertThat(content(asAda, id)).isEqualTo("y".repeat(1000));
    }

    @Test
    void anUploadOfAnotherTypeIsRefusedBeforeAnythingIsStored() throws IOException {
        AttachmentId id = announced("image/png", 20);

        assertThatThrownBy(() -> upload(id, "<!DOCTYPE html>....."))
                .is(failure(AttachmentError.ATTACHMENT_TYPE_MISMATCH));

        assertThat(chunksOf(id)).isEmpty();
        upload(id, PNG + "x".repeat(12));
    }

    @Test
    void anUploadWhoseClientIsGoneLeavesNothing() {
        AttachmentId id = announced("text/plain", 600_000);
        InputStream body = after(500_000, () -> {
            throw new IllegalStateException("the client is gone");
        });

        assertThatThrownBy(() -> uploadAttachment.upload(asAda, id, null, body)).hasMessage("the client is gone");
        assertThat(chunksOf(id)).isEmpty();
    }

    @Test
    void aNewerUploadTakesAnOldersPlace() throws IOException {
        AttachmentId id = announced("text/plain", 600_000);
        InputStream slow = after(500_000, () -> upload(id, "b".repeat(600_000)));

        assertThatThrownBy(() -> uploadAttachment.upload(asAda, id, null, slow))
                .is(failure(AttachmentError.UPLOAD_SUPERSEDED));
        assertThat(content(asAda, id)).isEqualTo("b".repeat(600_000));
    }

    @Test
    void anOlderUploadEndsASecondAfterANewerOneBegan() {
        AttachmentId id = announced("text/plain", 600_000);
        InputStream slow = after(1_000, () -> {
            upload(id, "b".repeat(600_000));
            clock.advance(Duration.ofSeconds(1));
        });

        assertThatThrownBy(() -> uploadAttachment.upload(asAda, id, null, slow))
                .is(failure(AttachmentError.UPLOAD_SUPERSEDED));
        assertThat(unread(slow)).isGreaterThan(500_000);
    }

    @Test
    void anUploadWhoseAttachmentIsDeletedMeanwhileIsRefused() {
        AttachmentId id = announced("text/plain", 600_000);
        InputStream slow = after(600_000, () -> deleteAttachment.delete(ada, id));

        assertThatThrownBy(() -> uploadAttachment.upload(asAda, id, null, slow))
                .is(failure(AttachmentError.UPLOAD_SUPERSEDED));
    }

    @Test
    void anothersAttachmentIsNotThere() {
        AttachmentId id = announced("text/plain", 1);

        assertThatThrownBy(() -> uploadAttachment.upload(asBob, id, null, bytes("a")))
                .is(failure(AttachmentError.ATTACHMENT_NOT_FOUND));
        assertThatThrownBy(() -> openAttachment.open(asBob, id)).is(failure(AttachmentError.ATTACHMENT_NOT_FOUND));
        assertThatThrownBy(() -> deleteAttachment.delete(someone(), id))
                .is(failure(AttachmentError.ATTACHMENT_NOT_FOUND));
    }

    @Test
    void whatIsNotUploadedIsNotOpened() {
        AttachmentId id = announced("text/plain", 1);

        assertThatThrownBy(() -> openAttachment.open(asAda, id)).is(failure(AttachmentError.ATTACHMENT_NOT_UPLOADED));
    }

    @Test
    void aDeletedAttachmentIsGoneWithItsContentAndMakesRoom() throws IOException {
        AttachmentId id = announced("text/plain", 1_000_000);
        upload(id, "x".repeat(1_000_000));
        assertThatThrownBy(() -> announced("text/plain", 1_000_000)).is(failure(AttachmentError.ATTACHMENT_QUOTA));

        deleteAttachment.delete(ada, id);

        assertThatThrownBy(() -> openAttachment.open(asAda, id)).is(failure(AttachmentError.ATTACHMENT_NOT_FOUND));
        assertThatThrownBy(() -> deleteAttachment.delete(ada, id)).is(failure(AttachmentError.ATTACHMENT_NOT_FOUND));
        assertThat(chunksOf(id)).isEmpty();
        announced("text/plain", 1_000_000);
    }

    @Test
    void whatAMessageHasIsDeletedAndMakesRoom() throws IOException {
        AttachmentId id = announced("text/plain", 1_000_000);
        upload(id, "x".repeat(1_000_000));
        use(id);

        deleteAttachment.delete(ada, id);

        assertThatThrownBy(() -> openAttachment.open(asAda, id)).is(failure(AttachmentError.ATTACHMENT_NOT_FOUND));
        assertThat(chunksOf(id)).isEmpty();
        announced("text/plain", 1_000_000);
    }

    @Test
    void aFileLongerThanAllowedIsRefused() {
        assertThatThrownBy(() -> announced("text/plain", 1_000_001)).is(failure(AttachmentError.ATTACHMENT_TOO_LARGE));
    }

    @Test
    void whatNoMessageUsesWithinADayIsDeleted() throws IOException {
        AttachmentId pending = announced("text/plain", 1);
        AttachmentId unused = announced("text/plain", 1);
        upload(unused, "a");
        AttachmentId used = announced("text/plain", 1);
        upload(used, "a");
        use(used);
        clock.advance(Duration.ofHours(1));
        AttachmentId young = announced("text/plain", 1);
        clock.advance(Duration.ofHours(23).plusSeconds(1));

        pruneAttachments.prune();

        assertThat(found(pending)).isEmpty();
        assertThat(found(unused)).isEmpty();
        assertThat(chunksOf(unused)).isEmpty();
        assertThat(found(used)).isPresent();
        assertThat(found(young)).isPresent();
    }

    @Test
    void moreThanABatchIsPruned() {
        for (int i = 0; i < 201; i++) {
            announced("text/plain", 1);
        }
        clock.advance(Duration.ofDays(2));

        pruneAttachments.prune();

        assertThat(ports.unitOfWork().read(() -> ports.attachments().unused(clock.instant(), 10)))
                .isEmpty();
    }

    @Test
    void aContentThatEndsEarlyIsNoSuccess() throws IOException {
        AttachmentId id = announced("text/plain", 600_000);
        ContentId content = upload(id, "x".repeat(600_000)).uploadedContent();
        try (Opened opened = openAttachment.open(asAda, id)) {
            opened.content().readNBytes(10);
            ports.unitOfWork().run(() -> ports.chunks().delete(content));

            assertThatThrownBy(() -> opened.content().readAllBytes()).isInstanceOf(IOException.class);
        }
    }

    private AttachmentId announced(String type, long size) {
        return createAttachment
                .create(ada, AttachmentName.of("a"), MimeType.of(type), size)
                .id();
    }

    private Attachment upload(AttachmentId id, String content) throws IOException {
        return uploadAttachment.upload(asAda, id, null, bytes(content));
    }

    private String content(AttachmentAccess access, AttachmentId id) throws IOException {
        try (Opened opened = openAttachment.open(access, id)) {
            return new String(opened.content().readAllBytes(), ISO_8859_1);
        }
    }

    private void use(AttachmentId id) {
        Conversation conversation = conversationOf(ada);
        ports.unitOfWork().run(() -> {
            ports.conversations().add(conversation, 10);
            ports.attachments().claim(ada, List.of(id), conversation.id());
        });
    }

    private Optional<Attachment> found(AttachmentId id) {
        return ports.unitOfWork().read(() -> ports.attachments().find(id));
    }

    /** The first chunk of any upload of an attachment; ids count, so that they can be tried. */
    private Optional<byte[]> chunksOf(AttachmentId id) {
        for (int upload = 1; upload < 20; upload++) {
            ContentId content = new ContentId(id, "%024x".formatted(upload));
            Optional<byte[]> chunk =
                    ports.unitOfWork().read(() -> ports.chunks().find(content, 0));
            if (chunk.isPresent()) {
                return chunk;
            }
        }
        return Optional.empty();
    }

    private static InputStream bytes(String content) {
        return new ByteArrayInputStream(content.getBytes(ISO_8859_1));
    }

    /** 600,000 bytes, and something that happens once so many of them are read. */
    private static InputStream after(int count, Happening happening) {
        return new FilterInputStream(bytes("a".repeat(600_000))) {
            private int read;

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int next = super.read(buffer, offset, Math.min(length, 50_000));
                read += Math.max(next, 0);
                if (read - next < count && read >= count) {
                    happening.happen();
                }
                return next;
            }
        };
    }

    private static int unread(InputStream body) {
        try {
            return body.available();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @FunctionalInterface
    private interface Happening {

        void happen() throws IOException;
    }
}
