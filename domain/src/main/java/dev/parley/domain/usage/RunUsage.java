package dev.parley.domain.usage;

import dev.parley.domain.account.AccountId;
import dev.parley.domain.run.RunId;
import dev.parley.domain.run.Usage;
import java.time.Instant;

/**
 * What a run cost its user.
 *
 * @param at when the run ended
 */
public record RunUsage(RunId run, AccountId account, Instant at, Usage usage) {}
