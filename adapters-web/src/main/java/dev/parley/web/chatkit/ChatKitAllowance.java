package dev.parley.web.chatkit;

import dev.parley.web.body.BodyAllowance;
import dev.parley.web.request.RequestPath;
import jakarta.servlet.http.HttpServletRequest;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** A recording may have 10 MiB in base64; all other requests of the protocol are refused later if they are too long. */
@Component
final class ChatKitAllowance implements BodyAllowance {

    /** Where the protocol is spoken. */
    static final String PATH = "/api/v1/chatkit";

    private static final long RECORDING_BYTES = 10 * 1024 * 1024;
    private static final long REST_BYTES = 64 * 1024;

    @Override
    public OptionalLong bytesOf(HttpServletRequest request) {
        String path = RequestPath.of(request);
        return path.equals(PATH) ? OptionalLong.of(RECORDING_BYTES + REST_BYTES) : OptionalLong.empty();
    }
}
