package dev.parley.web.attachment;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.domain.attachment.AttachmentName;
import dev.parley.domain.attachment.MimeType;
import dev.parley.domain.shared.FieldError;
import dev.parley.domain.shared.InvalidRequest;
import dev.parley.web.error.HttpError;
import dev.parley.web.error.HttpErrorException;
import dev.parley.web.request.RequestError;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.InvalidFileNameException;
import org.apache.tomcat.util.http.fileupload.RequestContext;
import org.apache.tomcat.util.http.fileupload.impl.InvalidContentTypeException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/**
 * A form with a file (RFC 7578), read as it comes: the part that is a file and named {@code file} is the file, and there may
 * be no other part of this name.
 */
final class FileForm {

    private static final String FIELD = "file";
    private static final int MAXIMUM_PARTS = 10;

    /** The longest name has 255 characters, each of at most four bytes. */
    private static final int HEADER_BYTES = 4 * 1024;

    private static final HttpError NO_FORM = HttpError.of(RequestError.BODY_MUST_BE_A_FORM);

    private static final HttpError ENCODED = HttpError.of(RequestError.FORM_FILE_ENCODED);

    /** Encodings that change nothing (RFC 2045, section 6.2). */
    private static final Set<String> UNENCODED = Set.of("binary", "8bit", "7bit");

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
        if (!isForm(request.getContentType())) {
            throw new HttpErrorException(NO_FORM);
        }
        try {
            FileUpload form = new FileUpload();
            form.setHeaderEncoding(UTF_8.name());
            form.setPartHeaderSizeMax(HEADER_BYTES);
            return file(form.getItemIterator(context(request, body)));
        } catch (InvalidContentTypeException e) {
            throw new HttpErrorException(NO_FORM);
        } catch (InvalidFileNameException e) {
            throw new InvalidRequest("name", FieldError.MUST_NOT_CONTAIN_NUL);
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

    private static boolean isForm(@Nullable String contentType) {
        return contentType != null
                && contentType.split(";", 2)[0].strip().equalsIgnoreCase(MediaType.MULTIPART_FORM_DATA_VALUE);
    }

    private static FormFile file(FileItemIterator parts) throws IOException {
        for (int count = 0; count < MAXIMUM_PARTS && parts.hasNext(); count++) {
            FileItemStream part = parts.next();
            if (FIELD.equals(part.getFieldName())) {
                return file(part, parts);
            }
        }
        throw new InvalidRequest(FIELD, FieldError.IS_MISSING);
    }

    private static FormFile file(FileItemStream part, FileItemIterator parts) throws IOException {
        if (part.isFormField()) {
            throw new InvalidRequest(FIELD, FieldError.IS_MISSING);
        }
        if (!isOfForm(part)) {
            throw new HttpErrorException(NO_FORM);
        }
        if (isEncoded(part)) {
            throw new HttpErrorException(ENCODED);
        }
        return new FormFile(name(part.getName()), type(part.getContentType()), part.openStream(), parts);
    }

    /** Files in a part of the type multipart/mixed are not (RFC 7578, section 4.3). */
    private static boolean isOfForm(FileItemStream part) {
        String disposition = part.getHeaders().getHeader(HttpHeaders.CONTENT_DISPOSITION);
        return disposition != null && disposition.split(";", 2)[0].strip().equalsIgnoreCase("form-data");
    }

    private static boolean isEncoded(FileItemStream part) {
        String encoding = part.getHeaders().getHeader("Content-Transfer-Encoding");
        return encoding != null && !UNENCODED.contains(encoding.strip().toLowerCase(Locale.ROOT));
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
     * @param rest the parts after it
     */
    record FormFile(AttachmentName name, MimeType type, InputStream content, FileItemIterator rest) {

        /**
         * Reads the form to its end; to be called when the content has been read.
         *
         * @throws InvalidRequest if there is another part of this name
         * @throws IOException if the form cannot be read
         */
        void checkRest() throws IOException {
            while (rest.hasNext()) {
                if (FIELD.equals(rest.next().getFieldName())) {
                    throw new InvalidRequest(FIELD, RequestError.MUST_NOT_BE_SENT_TWICE);
                }
            }
        }
    }
}
