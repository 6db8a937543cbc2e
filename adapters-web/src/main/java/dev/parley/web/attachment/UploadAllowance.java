package dev.parley.web.attachment;

import dev.parley.domain.attachment.AttachmentLimits;
import dev.parley.web.body.BodyAllowance;
import dev.parley.web.request.RequestPath;
import jakarta.servlet.http.HttpServletRequest;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Uploads may be as long as an attachment, and forms a little longer. */
@Component
final class UploadAllowance implements BodyAllowance {

    private static final Pattern UPLOAD = Pattern.compile("PUT /api/v1/attachments/[^/]+|POST /api/v1/attachments");
    private static final long FORM_BYTES = 64 * 1024;

    private final long maximum;

    UploadAllowance(AttachmentLimits limits) {
        this.maximum = limits.fileBytes() + FORM_BYTES;
    }

    @Override
    public OptionalLong bytesOf(HttpServletRequest request) {
        String path = RequestPath.of(request);
        return UPLOAD.matcher(request.getMethod() + " " + path).matches()
                ? OptionalLong.of(maximum)
                : OptionalLong.empty();
    }
}
