package dev.parley.web.openai;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A client session.
 *
 * @param expiresAt in Unix seconds
 * @param clientSecret what its client shows; empty where the session was opened by another request, since only a hash is kept
 * @param requestsPerMinute the same as in the rate limits
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ChatSessionResponse(
        String id,
        String object,
        @JsonProperty("expires_at") long expiresAt,
        @JsonProperty("client_secret") String clientSecret,
        WorkflowState workflow,
        String user,
        @JsonProperty("rate_limits") RateLimits rateLimits,
        @JsonProperty("max_requests_per_1_minute") int requestsPerMinute,
        String status,
        @JsonProperty("chatkit_configuration") Configuration configuration) {

    @Override
    public String toString() {
        return "ChatSessionResponse[" + id + "]";
    }

    /** What was named as the session's workflow. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record WorkflowState(
            String id,
            @Nullable String version,
            @JsonProperty("state_variables") @Nullable JsonNode stateVariables,
            Switch tracing) {}

    /** How fast the client may be. */
    record RateLimits(
            @JsonProperty("max_requests_per_1_minute") int requestsPerMinute) {}

    /** What the chat is to offer. */
    record Configuration(
            @JsonProperty("automatic_thread_titling") Switch titling,
            @JsonProperty("file_upload") FileUpload fileUpload,
            History history) {}

    /** Something that is on or off. */
    record Switch(boolean enabled) {}

    /**
     * Whether and how much may be uploaded.
     *
     * @param megabytes of a file
     */
    record FileUpload(
            boolean enabled,
            @JsonProperty("max_file_size") int megabytes,
            @JsonProperty("max_files") int files) {}

    /** Whether earlier threads are offered. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record History(
            boolean enabled,
            @JsonProperty("recent_threads") @Nullable Integer recentThreads) {}
}
