package dev.parley.application.model;

import dev.parley.application.attachment.AttachmentAccess;
import dev.parley.application.attachment.OpenAttachment;
import dev.parley.application.attachment.OpenAttachment.Opened;
import dev.parley.application.shared.ErrorReporter;
import dev.parley.application.shared.SystemFailure;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.attachment.AttachmentId;
import dev.parley.domain.attachment.MimeType;
import dev.parley.domain.item.MessageAttachment;
import dev.parley.domain.shared.Failure;
import java.io.IOException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what users have attached for a model, as far as it may be sent and a prompt has room for it. */
public final class AttachedFiles {

    /** The most bytes of all files of a prompt. */
    static final int MAXIMUM_BYTES = 20 * 1024 * 1024;

    /** The most bytes of all files of a prompt that are text, which fills a model's context. */
    static final int MAXIMUM_TEXT_BYTES = 256 * 1024;

    /** The most files that are looked at for a prompt. */
    static final int MAXIMUM_FILES = 50;

    private static final Logger log = LoggerFactory.getLogger(AttachedFiles.class);
    private static final String STEP = "attachment.read";

    private final OpenAttachment openAttachment;
    private final Set<FileKind> sent;
    private final PromptFileBudget room;
    private final ErrorReporter errorReporter;

    /**
     * Makes a reader.
     *
     * @param sent the kinds of files that the model takes
     */
    public AttachedFiles(
            OpenAttachment openAttachment, Set<FileKind> sent, PromptFileBudget room, ErrorReporter errorReporter) {
        this.openAttachment = openAttachment;
        this.sent = Set.copyOf(sent);
        this.room = room;
        this.errorReporter = errorReporter;
    }

    /**
     * Reads files, to be called outside of units of work.
     *
     * @param newestFirst the first are read first, and those for which there is no room are left out
     * @return the contents that a model can be sent, to be closed when it has answered
     * @throws SystemFailure if the database cannot serve, or the thread is interrupted; a file that cannot be read is left out
     */
    FileContents read(AccountId owner, List<MessageAttachment> newestFirst) {
        List<MessageAttachment> wanted = newestFirst.stream()
                .filter(file -> sent.contains(kind(file)))
                .limit(MAXIMUM_FILES)
                .toList();
        return wanted.isEmpty()
                ? FileContents.NONE
                : takeRoom().map(taken -> read(owner, wanted, taken)).orElse(FileContents.NONE);
    }

    private FileContents read(AccountId owner, List<MessageAttachment> wanted, PromptFileBudget.Taken taken) {
        Reading reading = new Reading(new AttachmentAccess.Caller(owner));
        try {
            wanted.forEach(reading::take);
        } catch (RuntimeException | Error e) {
            taken.close();
            throw e;
        }
        taken.keep(MAXIMUM_BYTES - reading.room);
        return new FileContents(Map.copyOf(reading.contents), taken);
    }

    private Optional<PromptFileBudget.Taken> takeRoom() {
        try {
            Optional<PromptFileBudget.Taken> taken = room.take();
            if (taken.isEmpty()) {
                log.warn("A model is told the names of files alone: too many others are being answered with files");
            }
            return taken;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw SystemFailure.unavailable(STEP, e);
        }
    }

    private static FileKind kind(MessageAttachment file) {
        return FileKind.of(new MimeType(file.mimeType()));
    }

    /** One prompt's files. */
    private final class Reading {

        private final AttachmentAccess access;
        private final Map<String, Prompt.File> contents = new HashMap<>();
        private long room = MAXIMUM_BYTES;
        private long roomForText = MAXIMUM_TEXT_BYTES;

        Reading(AttachmentAccess access) {
            this.access = access;
        }

        /** What is gone or of another user is no failure; what the store cannot read is one, but not of the answer. */
        void take(MessageAttachment file) {
            try {
                open(file).ifPresent(content -> contents.put(file.id(), content));
            } catch (IOException e) {
                unreadable(SystemFailure.unavailable(STEP, e));
            } catch (SystemFailure e) {
                if (!(e.getCause() instanceof IOException)) {
                    throw e;
                }
                unreadable(e);
            } catch (Failure gone) {
                // Its message names it all the same.
                return;
            }
        }

        private Optional<Prompt.File> open(MessageAttachment file) throws IOException {
            FileKind kind = kind(file);
            try (Opened opened = openAttachment.open(access, AttachmentId.of(file.id()))) {
                long size = opened.attachment().size();
                if (size > room || (kind == FileKind.TEXTS && size > roomForText)) {
                    return Optional.empty();
                }
                byte[] bytes = opened.content().readNBytes(Math.toIntExact(size));
                Optional<Prompt.File> content = content(file, kind, bytes);
                content.ifPresent(taken -> {
                    room -= size;
                    roomForText -= kind == FileKind.TEXTS ? size : 0;
                });
                return content;
            }
        }

        private static Optional<Prompt.File> content(MessageAttachment file, FileKind kind, byte[] bytes) {
            return switch (kind) {
                case IMAGES -> Optional.of(new Prompt.Image(file.name(), file.mimeType(), base64(bytes)));
                case DOCUMENTS -> Optional.of(new Prompt.Document(file.name(), file.mimeType(), base64(bytes)));
                case TEXTS -> PlainText.of(bytes).map(text -> new Prompt.TextFile(file.name(), file.mimeType(), text));
            };
        }

        private static String base64(byte[] bytes) {
            return Base64.getEncoder().encodeToString(bytes);
        }

        private void unreadable(SystemFailure failure) {
            if (Thread.currentThread().isInterrupted()) {
                throw failure;
            }
            errorReporter.record(failure);
        }
    }
}
