package dev.parley.web.body;

import dev.parley.web.request.RequestPath;
import jakarta.servlet.http.HttpServletRequest;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** Whoever signs in is a stranger yet, and has 4 KiB for an e-mail address and passwords. */
@Component
final class SignInAllowance implements BodyAllowance {

    static final int MAXIMUM_BYTES = 4 * 1024;

    private static final String PATH = "/api/v1/auth/";

    @Override
    public OptionalLong bytesOf(HttpServletRequest request) {
        return isSignIn(request) ? OptionalLong.of(MAXIMUM_BYTES) : OptionalLong.empty();
    }

    static boolean isSignIn(HttpServletRequest request) {
        return RequestPath.of(request).startsWith(PATH);
    }
}
