package dev.parley.web.attachment;

import dev.parley.domain.attachment.AttachmentChunkRepository;
import dev.parley.domain.attachment.AttachmentLimits;
import dev.parley.domain.attachment.MimeType;
import dev.parley.web.body.BodyStream;
import dev.parley.web.error.HttpError;
import dev.parley.web.error.HttpErrorException;
import dev.parley.web.request.RequestError;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;

/**
 * What a client sends to be stored. However slowly it does, it is done with in time: in a minute, and a second more for each
 * 16 KiB that an attachment may have.
 */
final class UploadBody {

    private static final Logger log = LoggerFactory.getLogger(UploadBody.class);

    private static final HttpError UNREADABLE = HttpError.of(RequestError.BODY_ENDED_EARLY);

    private static final Duration GRACE = Duration.ofMinutes(1);

    /** A chunk on its way to the store, and what the form and the container hold of it. */
    private static final int BUFFERED_BYTES = 2 * AttachmentChunkRepository.CHUNK_BYTES;

    private static final long SLOWEST_BYTES_PER_SECOND = 16 * 1024;

    private final HttpServletRequest request;
    private final Duration timeout;

    UploadBody(HttpServletRequest request, AttachmentLimits limits) {
        this.request = request;
        this.timeout = GRACE.plusSeconds(limits.fileBytes() / SLOWEST_BYTES_PER_SECOND);
    }

    /** The type that the body claims to be of; null where it claims none, as with what curl sends by itself. */
    @Nullable MimeType claimedType() {
        String header = request.getContentType();
        if (header == null || header.isBlank()) {
            return null;
        }
        MimeType claimed = MimeType.of(header);
        boolean saysNothing =
                claimed.equals(MimeType.OCTETS) || claimed.value().equals(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
        return saysNothing ? null : claimed;
    }

    /**
     * Does something with the body.
     *
     * @throws HttpErrorException if the body cannot be read
     */
    <T> T receive(Reception<T> reception) {
        BodyStream.of(request).ifPresent(body -> {
            body.setTimeout(timeout, UNREADABLE);
            body.passOn(BUFFERED_BYTES);
        });
        try (InputStream body = request.getInputStream()) {
            return reception.receive(body);
        } catch (IOException e) {
            log.debug("A body cannot be read", e);
            throw new HttpErrorException(UNREADABLE);
        }
    }

    /** What is done with a body. */
    @FunctionalInterface
    interface Reception<T> {

        T receive(InputStream body) throws IOException;
    }
}
