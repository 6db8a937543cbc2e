package dev.parley.web.attachment;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.domain.attachment.AttachmentName;
import dev.parley.domain.attachment.MimeType;
import dev.parley.domain.shared.InvalidRequest;
import dev.parley.domain.shared.LocalizedText;
import dev.parley.web.error.HttpError;
import dev.parley.web.error.HttpErrorException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.InvalidFileNameException;
import org.apache.tomcat.util.http.fileupload.RequestContext;
import org.apache.tomcat.util.http.fileupload.impl.InvalidContentTypeException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A form with a file (RFC 7578), read as it comes: the first part that is a file and named {@code file} is the file. */
final class FileForm {

    private static final String FIELD = "file";
    private static final int MAXIMUM_PARTS = 10;

    /** The longest name has 255 characters, each of at most four bytes. */
    private static final int HEADER_BYTES = 4 * 1024;

    private static final HttpError NO_FORM = HttpError.of(
            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
            "UNSUPPORTED_MEDIA_TYPE",
            LocalizedText.of("The body must be a form with a file, sent with Content-Type: multipart/form-data."));

    private FileForm() {}

    /**
     * Finds the file.
     *
     * @param body the request's
     * @throws HttpErrorException if the body is no form
     * @throws InvalidRequest if there is no file, or its name or type is none
     * @throws IOException if the body cannot be read
     */
    static FormFile file(HttpServletRequest request, InputStream body) throws IOException {
        try {
            FileUpload form = new FileUpload();
            form.setHeaderEncoding(UTF_8.name());
            form.setPartHeaderSizeMax(HEADER_BYTES);
            return file(form.getItemIterator(context(request, body)));
        } catch (InvalidContentTypeException e) {
            throw new HttpErrorException(NO_FORM);
        } catch (InvalidFileNameException e) {
            throw new InvalidRequest("name", LocalizedText.of("must not contain the NUL character"));
        }
    }

    private static RequestContext context(HttpServletRequest request, InputStream body) {
        return new ServletRequestContext(request) {
            @Override
            public InputStream getInputStream() {
                return body;
            }
        };
    }

    private static FormFile file(FileItemIterator parts) throws IOException {
        for (int count = 0; count < MAXIMUM_PARTS && parts.hasNext(); count++) {
            FileItemStream part = parts.next();
            if (!part.isFormField() && FIELD.equals(part.getFieldName())) {
                return new FormFile(name(part.getName()), type(part.getContentType()), part.openStream());
            }
        }
        throw new InvalidRequest(FIELD, LocalizedText.of("is missing"));
    }

    private static AttachmentName name(@Nullable String name) {
        return AttachmentName.of(name == null ? "" : name);
    }

    private static MimeType type(@Nullable String type) {
        return type == null ? MimeType.OCTETS : MimeType.of(type);
    }

    /**
     * A file in a form.
     *
     * @param content to be read before anything else of the form
     */
    record FormFile(AttachmentName name, MimeType type, InputStream content) {}
}
