package dev.parley.persistence.attachment;

import dev.parley.application.attachment.AttachmentStore;
import dev.parley.application.shared.SystemFailure;
import dev.parley.domain.attachment.ContentId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Keeps each content as a file that is named after its id, in a folder that all nodes share. A file is written under another
 * name and moved, so that it is there whole or not at all.
 */
public final class FileAttachmentStore implements AttachmentStore {

    private static final String UNFINISHED = ".part";
    private static final int BUFFER_BYTES = 64 * 1024;
    private static final int BATCH = 500;

    private final PrivateFolder folder;

    private FileAttachmentStore(PrivateFolder folder) {
        this.folder = folder;
    }

    /**
     * The store in a folder, which is made if it is not there.
     *
     * @throws IOException if it cannot be made
     */
    public static FileAttachmentStore in(Path folder) throws IOException {
        return new FileAttachmentStore(PrivateFolder.at(folder));
    }

    @Override
    public void write(ContentId id, InputStream content) throws IOException {
        try (FileChannel file = create(id)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
                append(file, ByteBuffer.wrap(buffer, 0, count));
            }
            finish(id, file);
        }
    }

    @Override
    public InputStream open(ContentId id) {
        try {
            return Files.newInputStream(file(id));
        } catch (NoSuchFileException e) {
            return InputStream.nullInputStream();
        } catch (IOException e) {
            throw SystemFailure.unavailable("attachment.read", e);
        }
    }

    @Override
    public void delete(ContentId id) {
        try {
            Files.deleteIfExists(file(id));
            Files.deleteIfExists(unfinished(id));
        } catch (IOException e) {
            throw SystemFailure.unavailable("attachment.delete", e);
        }
    }

    @Override
    public void sweep(Instant before, UnaryOperator<Set<ContentId>> known) {
        Set<ContentId> batch = new HashSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder.path(), file -> isOlder(file, before))) {
            for (Path file : files) {
                content(file).ifPresent(batch::add);
                if (batch.size() == BATCH) {
                    deleteUnknown(batch, known);
                    batch.clear();
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            throw SystemFailure.unavailable("attachment.delete", e);
        }
        deleteUnknown(batch, known);
    }

    private void deleteUnknown(Set<ContentId> contents, UnaryOperator<Set<ContentId>> known) {
        Set<ContentId> orphans = new HashSet<>(contents);
        orphans.removeAll(known.apply(Set.copyOf(contents)));
        orphans.forEach(this::delete);
    }

    private static boolean isOlder(Path file, Instant before) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(before);
        } catch (NoSuchFileException deletedMeanwhile) {
            return false;
        }
    }

    private static Optional<ContentId> content(Path file) {
        String name = file.getFileName().toString();
        return ContentId.parse(
                name.endsWith(UNFINISHED) ? name.substring(0, name.length() - UNFINISHED.length()) : name);
    }

    private FileChannel create(ContentId id) {
        try {
            return folder.newFile(id + UNFINISHED);
        } catch (IOException e) {
            throw SystemFailure.unavailable("attachment.write", e);
        }
    }

    private static void append(FileChannel file, ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
        } catch (IOException e) {
            throw SystemFailure.unavailable("attachment.write", e);
        }
    }

    private void finish(ContentId id, FileChannel file) {
        try {
            file.force(true);
            Files.move(unfinished(id), file(id), StandardCopyOption.ATOMIC_MOVE);
            folder.force();
        } catch (IOException e) {
            throw SystemFailure.unavailable("attachment.write", e);
        }
    }

    private Path file(ContentId id) {
        return folder.file(id.toString());
    }

    private Path unfinished(ContentId id) {
        return folder.file(id + UNFINISHED);
    }
}
