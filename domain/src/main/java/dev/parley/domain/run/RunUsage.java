package dev.parley.domain.run;

import dev.parley.domain.account.AccountId;
import java.time.Instant;

/**
 * What a run cost its user.
 *
 * @param at when the run ended
 */
public record RunUsage(RunId run, AccountId account, Instant at, Usage usage) {}
