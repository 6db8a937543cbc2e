package dev.parley.domain.usage;

import java.time.LocalDate;

/**
 * What a user's runs of one day cost with one model.
 *
 * @param day in UTC
 * @param answers how many runs
 */
public record DailyUsage(
        LocalDate day, String model, long answers, long promptTokens, long completionTokens, long reasoningTokens) {}
