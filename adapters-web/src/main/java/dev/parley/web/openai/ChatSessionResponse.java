package dev.parley.web.openai;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.application.access.OpenClientSession;
import dev.parley.domain.access.ChatFeatures;
import dev.parley.domain.access.ClientSession;
import dev.parley.domain.access.Workflow;
import java.time.Instant;
import java.util.Locale;
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

    static ChatSessionResponse of(OpenClientSession.Opened opened, Instant now) {
        return of(opened.session(), opened.secret().value(), now);
    }

    static ChatSessionResponse of(ClientSession session, Instant now) {
        return of(session, "", now);
    }

    private static ChatSessionResponse of(ClientSession session, String secret, Instant now) {
        return new ChatSessionResponse(
                session.id().value(),
                "chatkit.session",
                session.expiresAt().getEpochSecond(),
                secret,
                WorkflowState.of(session.workflow()),
                session.subject().value(),
                new RateLimits(session.requestsPerMinute()),
                session.requestsPerMinute(),
                session.status(now).name().toLowerCase(Locale.ROOT),
                Configuration.of(session.features()));
    }

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
            Switch tracing) {

        static WorkflowState of(Workflow workflow) {
            return new WorkflowState(
                    workflow.id(),
                    workflow.version(),
                    StateVariables.read(workflow.stateVariables()),
                    new Switch(workflow.tracing()));
        }
    }

    /** How fast the client may be. */
    record RateLimits(
            @JsonProperty("max_requests_per_1_minute") int requestsPerMinute) {}

    /** What the chat is to offer. */
    record Configuration(
            @JsonProperty("automatic_thread_titling") Switch titling,
            @JsonProperty("file_upload") FileUpload fileUpload,
            History history) {

        static Configuration of(ChatFeatures features) {
            ChatFeatures.Uploads uploads = features.uploads();
            ChatFeatures.History history = features.history();
            return new Configuration(
                    new Switch(features.automaticTitles()),
                    new FileUpload(uploads.enabled(), uploads.megabytes(), uploads.files()),
                    new History(history.enabled(), history.recentThreads()));
        }
    }

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
