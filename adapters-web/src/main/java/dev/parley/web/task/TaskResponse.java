package dev.parley.web.task;

import com.fasterxml.jackson.annotation.JsonProperty;
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
        String id,
        @JsonProperty("user_id") String userId,
        String title,
        @Nullable String description,
        String priority,
        List<String> tags,
        boolean completed,
        @JsonProperty("created_at") Instant createdAt,
        @JsonProperty("updated_at") Instant updatedAt) {}
