package dev.parley.web.usage;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.domain.usage.DailyUsage;
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
        @JsonProperty("reasoning_tokens") long reasoningTokens) {

    static DailyUsageResponse of(DailyUsage usage) {
        return new DailyUsageResponse(
                usage.day(),
                usage.model(),
                usage.answers(),
                usage.promptTokens(),
                usage.completionTokens(),
                usage.reasoningTokens());
    }
}
