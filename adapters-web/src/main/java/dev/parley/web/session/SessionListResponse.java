package dev.parley.web.session;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of sessions, newest update first. */
record SessionListResponse(boolean success, List<ListedSessionResponse> data, Meta meta) {

    /**
     * Where the page stands.
     *
     * @param total all sessions of the user
     * @param after what to ask the next page with; null on the last
     */
    @Schema(name = "SessionListMeta")
    record Meta(
            int total,
            @JsonProperty("has_more") boolean hasMore,
            @Nullable String after) {}
}
