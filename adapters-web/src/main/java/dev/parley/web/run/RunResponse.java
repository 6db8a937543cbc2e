package dev.parley.web.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.web.item.WireItem;
import dev.parley.web.schema.Forms;
import dev.parley.web.schema.Values;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run as the API shows it; what is left out has not happened.
 *
 * @param finishReason why the model's last turn ended; null where the run is not completed, or no model answered
 * @param items what it has made, its message first; only where a client has waited for its end
 */
record RunResponse(
        @Schema(pattern = Forms.UUID) String id,

        @Schema(pattern = Forms.UUID) @JsonProperty("session_id")
        String sessionId,

        @Schema(pattern = Forms.UUID) @JsonProperty("thread_id")
        String threadId,

        @Values({"queued", "running", "completed", "failed", "cancelled", "interrupted"})
        String status,

        @JsonProperty("created_at") Instant createdAt,
        @JsonProperty("started_at") @Nullable Instant startedAt,
        @JsonProperty("finished_at") @Nullable Instant finishedAt,
        @JsonProperty("error_code") @Nullable String errorCode,

        @Values({"stop", "length", "content_filter", "refusal", "empty"}) @JsonProperty("finish_reason") @Nullable String finishReason,

        @Nullable Cost usage,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<WireItem> items) {

    /** What it cost. */
    @Schema(name = "RunCost")
    record Cost(
            String model,
            @JsonProperty("prompt_tokens") long promptTokens,
            @JsonProperty("completion_tokens") long completionTokens,
            @JsonProperty("reasoning_tokens") long reasoningTokens,
            @JsonProperty("first_token_ms") long firstTokenMillis,
            @JsonProperty("total_ms") long totalMillis) {}
}
