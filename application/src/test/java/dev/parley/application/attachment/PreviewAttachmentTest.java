package dev.parley.application.attachment;

import static dev.parley.application.testing.Failures.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.application.attachment.AttachmentAccess.Caller;
import dev.parley.application.shared.SystemError;
import dev.parley.application.testing.CountingIds;
import dev.parley.application.testing.PortsUnderTest;
import dev.parley.application.testing.UseCases;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.attachment.Attachment;
import dev.parley.domain.attachment.AttachmentError;
import dev.parley.domain.attachment.AttachmentName;
import dev.parley.domain.attachment.AttachmentPreview.Image;
import dev.parley.domain.attachment.MimeType;
import dev.parley.domain.shared.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

class PreviewAttachmentTest {

    private final PortsUnderTest ports = PortsUnderTest.inMemory();
    private final CountingThumbnails thumbnails = new CountingThumbnails();
    private final AccountId owner = new AccountId(UUID.randomUUID());
    private final Caller access = new Caller(owner);
    private final PreviewAttachment previews =
            UseCases.over(ports).with(Thumbnails.class, thumbnails).get(PreviewAttachment.class);
    private final Attachment image = uploaded();

    @Test
    void aPreviewIsMadeOnce() throws IOException {
        thumbnails.next = Optional.of(new Image("image/png", new byte[] {1, 2}));

        for (int request = 0; request < 3; request++) {
            try (PreviewAttachment.Preview preview = previews.preview(access, image.id())) {
                assertThat(preview.content().readAllBytes()).containsExactly(1, 2);
                assertThat(preview.mimeType()).isEqualTo("image/png");
            }
        }

        assertThat(thumbnails.asked).isOne();
    }

    @Test
    void whoWaitsForAPreviewThatIsBeingMadeGetsThatOne() throws Exception {
        thumbnails.next = Optional.of(new Image("image/png", new byte[] {1}));
        FutureTask<Long> second = new FutureTask<>(this::size);
        thumbnails.meanwhile = () -> {
            Thread waiting = Thread.ofVirtual().start(second);
            await().until(() -> waiting.getState() == Thread.State.TIMED_WAITING);
        };

        assertThat(size()).isOne();

        assertThat(second.get()).isOne();
        assertThat(thumbnails.asked).isOne();
    }

    @Test
    void thatThereIsNoPreviewIsRemembered() {
        for (int request = 0; request < 3; request++) {
            assertThatThrownBy(() -> previews.preview(access, image.id())).is(failure(AttachmentError.NO_PREVIEW));
        }

        assertThat(thumbnails.asked).isOne();
    }

    @Test
    void thatThereIsNoRoomNowIsNotRemembered() throws IOException {
        thumbnails.isBusy = true;
        assertThatThrownBy(() -> previews.preview(access, image.id())).is(failure(SystemError.SERVICE_UNAVAILABLE));

        thumbnails.isBusy = false;
        thumbnails.next = Optional.of(new Image("image/png", new byte[] {1}));

        try (PreviewAttachment.Preview preview = previews.preview(access, image.id())) {
            assertThat(preview.size()).isOne();
        }
    }

    private long size() throws IOException {
        try (PreviewAttachment.Preview preview = previews.preview(access, image.id())) {
            return preview.size();
        }
    }

    private Attachment uploaded() {
        CountingIds ids = new CountingIds();
        Attachment announced = Attachment.announce(
                ids.attachment(), owner, AttachmentName.of("a.png"), MimeType.of("image/png"), 1, Instant.EPOCH);
        var content = ids.content(announced.id());
        Attachment uploaded = announced.uploadingTo(content).uploaded(content, announced.type());
        ports.unitOfWork().run(() -> {
            ports.attachments().add(announced, 1000);
            ports.attachments().save(uploaded);
        });
        return uploaded;
    }

    private static final class CountingThumbnails implements Thumbnails {

        private Optional<Image> next = Optional.empty();
        private Runnable meanwhile = () -> {};
        private boolean isBusy;
        private int asked;

        @Override
        public Optional<Image> of(InputStream image) {
            asked++;
            if (isBusy) {
                throw new Failure(SystemError.SERVICE_UNAVAILABLE);
            }
            Runnable once = meanwhile;
            meanwhile = () -> {};
            once.run();
            return next;
        }
    }
}
