package dev.parley.application.model;

import static dev.parley.application.testing.Examples.conversationOf;
import static dev.parley.application.testing.Examples.someone;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.application.assistant.Turn;
import dev.parley.application.attachment.AttachmentAccess;
import dev.parley.application.attachment.AttachmentStore;
import dev.parley.application.attachment.CreateAttachment;
import dev.parley.application.attachment.OpenAttachment;
import dev.parley.application.attachment.UploadAttachment;
import dev.parley.application.testing.RecordingErrorReporter;
import dev.parley.application.testing.UseCases;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.attachment.Attachment;
import dev.parley.domain.attachment.AttachmentId;
import dev.parley.domain.attachment.AttachmentLimits;
import dev.parley.domain.attachment.AttachmentName;
import dev.parley.domain.attachment.ContentId;
import dev.parley.domain.attachment.MimeType;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.MessageAttachment;
import dev.parley.domain.item.UserMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Files that a user has uploaded, in a store that a test lets fail. */
final class UploadedFiles {

    private static final AttachmentLimits LIMITS = new AttachmentLimits(64 << 20, 10, 1 << 30);

    final RecordingErrorReporter errorReporter = new RecordingErrorReporter();
    final AccountId user = someone();
    private final UseCases useCases = UseCases.inMemory().with(AttachmentLimits.class, LIMITS);
    private final Store store = new Store(useCases.get(AttachmentStore.class));
    private final CreateAttachment createAttachment = useCases.get(CreateAttachment.class);
    private final UploadAttachment uploadAttachment;

    UploadedFiles() {
        uploadAttachment = useCases.with(AttachmentStore.class, store).get(UploadAttachment.class);
    }

    AttachedFiles reader(FileKind... sent) {
        return reader(new PromptFileBudget(0, Duration.ZERO), sent);
    }

    AttachedFiles reader(PromptFileBudget room, FileKind... sent) {
        return new AttachedFiles(useCases.get(OpenAttachment.class), Set.of(sent), room, errorReporter);
    }

    MessageAttachment upload(String name, String type, String content) {
        return upload(name, type, content.getBytes(UTF_8));
    }

    MessageAttachment upload(String name, String type, byte[] content) {
        MessageAttachment announced = announce(name, type, content.length);
        try {
            Attachment unused = uploadAttachment.upload(
                    new AttachmentAccess.Caller(user),
                    AttachmentId.of(announced.id()),
                    null,
                    new ByteArrayInputStream(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return announced;
    }

    MessageAttachment announce(String name, String type, long size) {
        Attachment announced = createAttachment.create(user, AttachmentName.of(name), MimeType.of(type), size);
        return new MessageAttachment(announced.id().value(), name, type, false);
    }

    /** The user says something, after the given items. */
    Turn turn(UserMessage message, Item... transcript) {
        return Turns.of(conversationOf(user), message, transcript);
    }

    /** From here on, contents are opened in another way. */
    void openWith(Function<InputStream, InputStream> way) {
        store.way = way;
    }

    /** How many contents were opened. */
    int opened() {
        return store.opened;
    }

    private static final class Store implements AttachmentStore {

        private final AttachmentStore store;
        private Function<InputStream, InputStream> way = Function.identity();
        private int opened;

        Store(AttachmentStore store) {
            this.store = store;
        }

        @Override
        public void write(ContentId id, InputStream content) throws IOException {
            store.write(id, content);
        }

        @Override
        public InputStream open(ContentId id) {
            opened++;
            return way.apply(store.open(id));
        }

        @Override
        public void delete(ContentId id) {
            store.delete(id);
        }

        @Override
        public void sweep(Instant before, UnaryOperator<Set<ContentId>> known) {
            store.sweep(before, known);
        }
    }
}
