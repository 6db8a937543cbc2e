package dev.parley.persistence.run;

import static dev.parley.persistence.run.UsageRowMapper.MAPPER;

import dev.parley.domain.account.AccountId;
import dev.parley.domain.usage.DailyUsage;
import dev.parley.domain.usage.RunUsage;
import dev.parley.domain.usage.UsageRepository;
import dev.parley.persistence.shared.SqlSteps;
import dev.parley.persistence.shared.Times;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.stereotype.Component;

/** Usage in PostgreSQL. */
@Component
final class JdbcUsageRepository implements UsageRepository {

    private final SqlSteps statements;

    JdbcUsageRepository(SqlSteps statements) {
        this.statements = statements;
    }

    @Override
    public void add(RunUsage run) {
        statements.rows("usage.insert", rows -> rows.insert(MAPPER.row(run)));
    }

    @Override
    public List<DailyUsage> daily(AccountId account, LocalDate since) {
        return statements.step(
                "usage.read",
                jdbc -> jdbc.sql("""
                        select (at at time zone 'UTC')::date as day, model, count(*) as answers,
                               sum(prompt_tokens)::bigint as prompt_tokens, sum(completion_tokens)::bigint as completion_tokens,
                               sum(reasoning_tokens)::bigint as reasoning_tokens
                        from usage where account_id = :account and at >= :since
                        group by day, model order by day desc, model collate "C\"""")
                        .param("account", account.value())
                        .param(
                                "since",
                                Times.parameter(
                                        since.atStartOfDay(ZoneOffset.UTC).toInstant()))
                        .query(DailyUsage.class)
                        .list());
    }
}
