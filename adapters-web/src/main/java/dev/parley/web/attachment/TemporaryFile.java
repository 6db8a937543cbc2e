package dev.parley.web.attachment;

import dev.parley.application.shared.SystemFailure;
import dev.parley.domain.attachment.AttachmentError;
import dev.parley.domain.shared.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/** Keeps bytes whose number is not known yet on disk, until they are closed or the server ends. */
final class TemporaryFile implements AutoCloseable {

    private static final int BUFFER_BYTES = 64 * 1024;

    private final FileChannel file;

    private TemporaryFile(FileChannel file) {
        this.file = file;
    }

    /**
     * Keeps all bytes of a stream.
     *
     * @throws Failure ATTACHMENT_TOO_LARGE if they are more than a maximum
     * @throws IOException what the stream throws
     */
    static TemporaryFile of(InputStream bytes, long maximum) throws IOException {
        TemporaryFile kept = new TemporaryFile(create());
        try {
            kept.append(bytes, maximum);
            return kept;
        } catch (IOException | RuntimeException | Error e) {
            kept.close();
            throw e;
        }
    }

    long size() {
        try {
            return file.size();
        } catch (IOException e) {
            throw SystemFailure.unavailable("attachment.receive", e);
        }
    }

    /** The bytes, from the first. */
    InputStream content() {
        try {
            return Channels.newInputStream(file.position(0));
        } catch (IOException e) {
            throw SystemFailure.unavailable("attachment.receive", e);
        }
    }

    /** The bytes, to be read in any order; to be left open. */
    SeekableByteChannel channel() {
        return file;
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw SystemFailure.unavailable("attachment.receive", e);
        }
    }

    private void append(InputStream bytes, long maximum) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        long total = 0;
        for (int count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
            total += count;
            if (total > maximum) {
                throw new Failure(AttachmentError.ATTACHMENT_TOO_LARGE, maximum);
            }
            append(ByteBuffer.wrap(buffer, 0, count));
        }
    }

    private void append(ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
        } catch (IOException e) {
            throw SystemFailure.unavailable("attachment.receive", e);
        }
    }

    private static FileChannel create() {
        try {
            return FileChannel.open(
                    Files.createTempFile("parley-", null),
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw SystemFailure.unavailable("attachment.receive", e);
        }
    }
}
