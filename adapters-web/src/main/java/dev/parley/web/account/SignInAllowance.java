package dev.parley.web.account;

import dev.parley.web.body.BodyAllowance;
import dev.parley.web.request.RequestPath;
import jakarta.servlet.http.HttpServletRequest;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** Whoever signs in is a stranger yet, and has 4 KiB for an e-mail address and passwords. */
@Component
final class SignInAllowance implements BodyAllowance {

    private static final String PATH = "/api/v1/auth/";
    private static final long MAXIMUM_BYTES = 4 * 1024;

    @Override
    public OptionalLong bytesOf(HttpServletRequest request) {
        return RequestPath.of(request).startsWith(PATH) ? OptionalLong.of(MAXIMUM_BYTES) : OptionalLong.empty();
    }
}
