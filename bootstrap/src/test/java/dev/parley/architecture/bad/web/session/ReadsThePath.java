package dev.parley.architecture.bad.web.session;

import jakarta.servlet.http.HttpServletRequest;

/** Whoever spells the path in another way is let through. */
final class ReadsThePath {

    private ReadsThePath() {}

    static boolean isOpen(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/open/");
    }
}
