package dev.parley.web.home;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The root as JSON.
 *
 * @param data where conversations are kept; absent where the caller is not on this machine
 * @param links addresses relative to this one
 */
record HomeDocument(
        String name,
        String version,
        String assistant,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String data,

        List<Link> links) {

    /**
     * A link.
     *
     * @param rel the relation's type (RFC 8631): {@code service-doc}, {@code service-desc} or {@code status}
     * @param title what it is called on the page
     */
    record Link(String rel, String href, @JsonIgnore HomeText title) {}
}
