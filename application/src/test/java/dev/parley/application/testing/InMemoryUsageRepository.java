package dev.parley.application.testing;

import dev.parley.domain.account.AccountId;
import dev.parley.domain.usage.DailyUsage;
import dev.parley.domain.usage.RunUsage;
import dev.parley.domain.usage.UsageRepository;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Usage in memory. */
public final class InMemoryUsageRepository implements UsageRepository {

    private static final Comparator<DailyUsage> NEWEST_FIRST =
            Comparator.comparing(DailyUsage::day).reversed().thenComparing(DailyUsage::model);

    private final InMemoryStore store;

    /** Makes a repository over a store. */
    public InMemoryUsageRepository(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public void add(RunUsage usage) {
        store.tables().usages.put(usage.run(), usage);
    }

    @Override
    public List<DailyUsage> daily(AccountId account, LocalDate since) {
        Map<Group, List<RunUsage>> groups = store.tables().usages.values().stream()
                .filter(usage -> usage.account().equals(account))
                .collect(Collectors.groupingBy(
                        usage -> new Group(day(usage), usage.usage().model())));
        return groups.entrySet().stream()
                .filter(group -> !group.getKey().day().isBefore(since))
                .map(group -> sum(group.getKey(), group.getValue()))
                .sorted(NEWEST_FIRST)
                .toList();
    }

    private static DailyUsage sum(Group group, List<RunUsage> usages) {
        return new DailyUsage(
                group.day(),
                group.model(),
                usages.size(),
                usages.stream().mapToLong(usage -> usage.usage().promptTokens()).sum(),
                usages.stream()
                        .mapToLong(usage -> usage.usage().completionTokens())
                        .sum(),
                usages.stream()
                        .mapToLong(usage -> usage.usage().reasoningTokens())
                        .sum());
    }

    private static LocalDate day(RunUsage usage) {
        return LocalDate.ofInstant(usage.at(), ZoneOffset.UTC);
    }

    private record Group(LocalDate day, String model) {}
}
