package dev.parley.persistence.run;

import dev.parley.domain.account.AccountId;
import dev.parley.domain.run.Usage;
import dev.parley.domain.usage.DailyUsage;
import dev.parley.domain.usage.RunUsage;
import dev.parley.domain.usage.UsageRepository;
import dev.parley.persistence.shared.SqlSteps;
import dev.parley.persistence.shared.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
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
        Usage usage = run.usage();
        statements.step(
                "usage.insert",
                jdbc -> jdbc.sql("""
                        insert into usage (run_id, account_id, at, model, prompt_tokens, completion_tokens,
                                           reasoning_tokens, first_token_ms, total_ms)
                        values (:run, :account, :at, :model, :prompt, :completion, :reasoning, :first, :total)""")
                        .param("run", run.run().value())
                        .param("account", run.account().value())
                        .param("at", Times.parameter(run.at()))
                        .param("model", usage.model())
                        .param("prompt", usage.promptTokens())
                        .param("completion", usage.completionTokens())
                        .param("reasoning", usage.reasoningTokens())
                        .param("first", usage.firstTokenMillis())
                        .param("total", usage.totalMillis())
                        .update());
    }

    @Override
    public List<DailyUsage> daily(AccountId account, LocalDate since) {
        return statements.step(
                "usage.read",
                jdbc -> jdbc.sql("""
                        select (at at time zone 'UTC')::date as day, model, count(*) as answers,
                               sum(prompt_tokens)::bigint as prompt, sum(completion_tokens)::bigint as completion,
                               sum(reasoning_tokens)::bigint as reasoning
                        from usage where account_id = :account and at >= :since
                        group by day, model order by day desc, model collate "C\"""")
                        .param("account", account.value())
                        .param(
                                "since",
                                Times.parameter(
                                        since.atStartOfDay(ZoneOffset.UTC).toInstant()))
                        .query(JdbcUsageRepository::daily)
                        .list());
    }

    private static DailyUsage daily(ResultSet row, int number) throws SQLException {
        return new DailyUsage(
                row.getObject("day", LocalDate.class),
                row.getString("model"),
                row.getLong("answers"),
                row.getLong("prompt"),
                row.getLong("completion"),
                row.getLong("reasoning"));
    }
}
