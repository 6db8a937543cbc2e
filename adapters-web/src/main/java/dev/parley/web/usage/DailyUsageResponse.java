package dev.parley.web.usage;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;

/**
 * What the answers of a day cost.
 *
 * @param day in UTC
 */
record DailyUsageResponse(
        LocalDate day,
        String model,
        long answers,
        @JsonProperty("prompt_tokens") long promptTokens,
        @JsonProperty("completion_tokens") long completionTokens,
        @JsonProperty("reasoning_tokens") long reasoningTokens) {}
