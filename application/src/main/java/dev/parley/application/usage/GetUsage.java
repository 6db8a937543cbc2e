package dev.parley.application.usage;

import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.usage.DailyUsage;
import dev.parley.domain.usage.UsageRepository;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Tells users what their answers cost. */
@UseCase
public final class GetUsage {

    private static final int DAYS = 31;

    private final UnitOfWork unitOfWork;
    private final UsageRepository usage;
    private final InstantSource clock;

    public GetUsage(UnitOfWork unitOfWork, UsageRepository usage, InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.usage = usage;
        this.clock = clock;
    }

    /** The last 31 days (UTC) with today, newest first, without days that cost nothing. */
    public List<DailyUsage> lastDays(AccountId account) {
        LocalDate since = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(DAYS - 1);
        return unitOfWork.read(() -> usage.daily(account, since));
    }
}
