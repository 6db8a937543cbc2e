package dev.parley.web.openai;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.domain.access.ChatFeatures;
import dev.parley.domain.access.SessionTerms;
import dev.parley.domain.access.Workflow;
import dev.parley.domain.account.Subject;
import dev.parley.domain.shared.FieldError;
import dev.parley.domain.shared.InvalidRequest;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Asks for a client session.
 *
 * @param user whom the client acts for
 * @param configuration what the chat is to offer; null for the usual
 * @param expiresAfter how long the session lives; null for ten minutes
 * @param rateLimits how fast the client may be; null for the usual
 */
record ChatSessionRequest(
        @Nullable String user,
        @Nullable WorkflowParameter workflow,
        @JsonProperty("chatkit_configuration") @Nullable Configuration configuration,
        @JsonProperty("expires_after") @Nullable ExpiresAfter expiresAfter,
        @JsonProperty("rate_limits") @Nullable RateLimits rateLimits) {

    Subject subject() {
        return Subject.of("user", required("user", user));
    }

    Workflow namedWorkflow() {
        return required("workflow", workflow).named();
    }

    ChatFeatures features() {
        return Objects.requireNonNullElse(configuration, Configuration.DEFAULT).features();
    }

    SessionTerms terms() {
        Integer requests = rateLimits == null ? null : rateLimits.requestsPerMinute();
        return new SessionTerms(
                expiresAfter == null ? SessionTerms.LONGEST : expiresAfter.lifetime(),
                requests == null ? SessionTerms.USUAL_REQUESTS_PER_MINUTE : requests);
    }

    private static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw new InvalidRequest(field, FieldError.IS_MISSING);
        }
        return value;
    }

    /**
     * A workflow.
     *
     * @param stateVariables an object of primitive values
     */
    record WorkflowParameter(
            @Nullable String id,
            @Nullable String version,
            @JsonProperty("state_variables") @Nullable JsonNode stateVariables,
            @Nullable Switch tracing) {

        Workflow named() {
            return new Workflow(
                    required("workflow.id", id),
                    version,
                    StateVariables.text("workflow.state_variables", stateVariables),
                    Switch.isOn(tracing, true));
        }
    }

    /**
     * When a session expires.
     *
     * @param anchor always {@code created_at}
     */
    record ExpiresAfter(@Nullable String anchor, @Nullable Long seconds) {

        Duration lifetime() {
            if (anchor != null && !anchor.equals("created_at")) {
                throw new InvalidRequest("expires_after.anchor", HostedError.MUST_BE_CREATED_AT);
            }
            return Duration.ofSeconds(required("expires_after.seconds", seconds));
        }
    }

    /** How fast a client may be. */
    record RateLimits(
            @JsonProperty("max_requests_per_1_minute") @Nullable Integer requestsPerMinute) {}

    /** What a chat is to offer. */
    record Configuration(
            @JsonProperty("automatic_thread_titling") @Nullable Switch titling,

            @JsonProperty("file_upload") @Nullable FileUpload fileUpload,
            @Nullable History history) {

        private static final Configuration DEFAULT = new Configuration(null, null, null);

        ChatFeatures features() {
            return new ChatFeatures(
                    Switch.isOn(titling, true),
                    Objects.requireNonNullElse(fileUpload, FileUpload.DEFAULT).uploads(),
                    Objects.requireNonNullElse(history, History.DEFAULT).threads());
        }
    }

    /** Something that is on or off. */
    record Switch(@Nullable Boolean enabled) {

        static boolean isOn(@Nullable Switch given, boolean usually) {
            Boolean enabled = given == null ? null : given.enabled;
            return enabled == null ? usually : enabled;
        }
    }

    /**
     * Whether and how much may be uploaded.
     *
     * @param megabytes of a file
     */
    record FileUpload(
            @Nullable Boolean enabled,
            @JsonProperty("max_file_size") @Nullable Integer megabytes,
            @JsonProperty("max_files") @Nullable Integer files) {

        private static final FileUpload DEFAULT = new FileUpload(null, null, null);

        ChatFeatures.Uploads uploads() {
            return new ChatFeatures.Uploads(
                    Boolean.TRUE.equals(enabled),
                    Objects.requireNonNullElse(megabytes, ChatFeatures.Uploads.MOST_MEGABYTES),
                    Objects.requireNonNullElse(files, ChatFeatures.Uploads.USUAL_FILES));
        }
    }

    /** Whether earlier threads are offered. */
    record History(
            @Nullable Boolean enabled,
            @JsonProperty("recent_threads") @Nullable Integer recentThreads) {

        private static final History DEFAULT = new History(null, null);

        ChatFeatures.History threads() {
            return new ChatFeatures.History(!Boolean.FALSE.equals(enabled), recentThreads);
        }
    }
}
