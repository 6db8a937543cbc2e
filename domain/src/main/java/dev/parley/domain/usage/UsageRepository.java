package dev.parley.domain.usage;

import dev.parley.domain.account.AccountId;
import java.time.LocalDate;
import java.util.List;

/** Keeps what runs cost, also when their conversations are gone. */
public interface UsageRepository {

    /** Adds what a run cost; once for each. The account exists. */
    void add(RunUsage usage);

    /** What an account's runs cost since a day (UTC), newest day first and then by model. */
    List<DailyUsage> daily(AccountId account, LocalDate since);
}
