package dev.parley.web.attachment;

import dev.parley.domain.attachment.MimeType;
import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.Words;
import dev.parley.web.shared.Refusal;
import dev.parley.web.shared.RequestRefused;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** What a client sends to be stored. */
final class UploadBody {

    private static final Logger log = LoggerFactory.getLogger(UploadBody.class);

    private static final Refusal UNREADABLE = Refusal.of(
            HttpStatus.BAD_REQUEST,
            "INVALID_REQUEST",
            Words.of("body ended early, took too long, or is not as its headers say"));

    private UploadBody() {}

    /** The type that the body claims to be of; null where it claims none, as with what curl sends by itself. */
    static @Nullable MimeType claimedType(HttpServletRequest request) {
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
     * Does something with the body. A refused one is read to its end, or a client that is still sending would not see the
     * refusal; there is a limit to its length.
     *
     * @throws RequestRefused if the body cannot be read
     */
    static <T> T receive(HttpServletRequest request, Reception<T> reception) {
        try {
            return reception.receive();
        } catch (Failure e) {
            drain(request);
            throw e;
        } catch (IOException e) {
            log.debug("A body cannot be read", e);
            throw new RequestRefused(UNREADABLE);
        }
    }

    private static void drain(HttpServletRequest request) {
        try {
            request.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException | RequestRefused e) {
            log.debug("The rest of a refused body cannot be read", e);
        }
    }

    /** What is done with a body. */
    @FunctionalInterface
    interface Reception<T> {

        T receive() throws IOException;
    }
}
