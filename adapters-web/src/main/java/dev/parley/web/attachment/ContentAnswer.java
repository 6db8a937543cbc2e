package dev.parley.web.attachment;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.application.attachment.OpenAttachment.Opened;
import dev.parley.application.attachment.PreviewAttachment.Preview;
import dev.parley.application.shared.ErrorReporter;
import dev.parley.application.shared.SystemFailure;
import dev.parley.domain.attachment.Attachment;
import dev.parley.domain.attachment.MimeType;
import jakarta.servlet.http.HttpServletResponse;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Answers with what users sent, so that no browser takes it for a page or runs any of it. */
@Component
final class ContentAnswer {

    private static final Logger log = LoggerFactory.getLogger(ContentAnswer.class);

    private final ErrorReporter errorReporter;

    ContentAnswer(ErrorReporter errorReporter) {
        this.errorReporter = errorReporter;
    }

    /** Answers with an attachment: images of dots are shown, all else is saved as a file (RFC 6266). */
    void write(Opened opened, HttpServletResponse response) {
        Attachment attachment = opened.attachment();
        ContentDisposition.Builder disposition =
                attachment.type().isRasterImage() ? ContentDisposition.inline() : ContentDisposition.attachment();
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                disposition.filename(attachment.name().value(), UTF_8).build().toString());
        write(harmless(attachment.type()), attachment.size(), opened.content(), response);
    }

    /** Answers with a preview. */
    void write(Preview preview, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "inline");
        write(preview.mimeType(), preview.size(), preview.content(), response);
    }

    /** Types that nothing can run in; of all others a browser is told nothing. */
    private static String harmless(MimeType type) {
        boolean isHarmless = type.isRasterImage() || type.value().equals(MediaType.APPLICATION_PDF_VALUE);
        return isHarmless ? type.value() : MediaType.APPLICATION_OCTET_STREAM_VALUE;
    }

    private void write(String type, long size, InputStream content, HttpServletResponse response) {
        response.setContentType(type);
        response.setContentLengthLong(size);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private");
        response.setHeader(HttpHeaders.CONNECTION, "close");
        try {
            content.transferTo(response.getOutputStream());
        } catch (SystemFailure e) {
            breakOff(e, response);
        } catch (EOFException e) {
            breakOff(SystemFailure.internal("attachment.read", e), response);
        } catch (IOException e) {
            log.debug("The client is gone", e);
        }
    }

    /** Once the answer has begun no other can be given; that its connection ends early tells that it is not whole. */
    private void breakOff(SystemFailure failure, HttpServletResponse response) {
        if (response.isCommitted()) {
            errorReporter.record(failure);
            return;
        }
        response.resetBuffer();
        response.setContentLengthLong(-1);
        throw failure;
    }
}
