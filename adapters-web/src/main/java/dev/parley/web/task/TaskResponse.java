package dev.parley.web.task;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.web.schema.Forms;
import dev.parley.web.schema.Values;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task.
 *
 * @param description null where there is none
 * @param priority {@code high}, {@code medium} or {@code low}
 */
record TaskResponse(
        @Schema(pattern = Forms.UUID) String id,

        @Schema(pattern = Forms.UUID) @JsonProperty("user_id")
        String userId,

        String title,
        @Nullable String description,
        @Values({"low", "medium", "high"}) String priority,
        List<String> tags,
        boolean completed,
        @JsonProperty("created_at") Instant createdAt,
        @JsonProperty("updated_at") Instant updatedAt) {}
