package dev.parley.web.body;

import jakarta.servlet.http.HttpServletRequest;
import java.util.OptionalLong;

/** Lets some requests have a longer body than others, or a shorter one. */
public interface BodyAllowance {

    /** The most bytes that this request's body may have; empty if nothing is known of such requests. */
    OptionalLong bytesOf(HttpServletRequest request);
}
