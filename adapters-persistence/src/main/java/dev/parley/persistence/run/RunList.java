package dev.parley.persistence.run;

import static dev.parley.persistence.run.UsageRowMapper.MAPPER;

import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.run.RunId;
import dev.parley.domain.run.RunReport;
import dev.parley.domain.run.Usage;
import dev.parley.domain.shared.Page;
import dev.parley.domain.shared.PageRequest;
import dev.parley.persistence.shared.SqlSteps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Runs with what they cost. Their ids are UUIDv7, so the newest has the greatest. */
final class RunList {

    private static final String REPORT = """
            select %s, %s
            from run left join usage on run_id = id
            where conversation_id = :conversation""".formatted(RunRow.COLUMNS, CostRow.COLUMNS);

    static final String FIRST_PAGE = REPORT + " order by id desc limit :limit";

    /** Behind a run that the thread never had there is nothing; a run is deleted with its thread alone. */
    static final String LATER_PAGE = REPORT + """
             and id < (select id from run where conversation_id = :conversation and id = :after)
            order by id desc limit :limit""";

    private final SqlSteps statements;

    RunList(SqlSteps statements) {
        this.statements = statements;
    }

    Optional<RunReport> report(ConversationId conversation, RunId id) {
        return statements.step("run.read", jdbc -> find(jdbc, conversation, id));
    }

    Page<RunReport> page(ConversationId conversation, PageRequest<RunId> request) {
        RunId after = request.after();
        int limit = request.limit() + 1;
        return request.page(statements.step(
                "run.list",
                jdbc -> after == null ? first(jdbc, conversation, limit) : later(jdbc, conversation, limit, after)));
    }

    private static Optional<RunReport> find(JdbcClient jdbc, ConversationId conversation, RunId id) {
        return jdbc.sql(REPORT + " and id = :id")
                .param("conversation", conversation.value())
                .param("id", id.value())
                .query(RunList::report)
                .optional();
    }

    private static List<RunReport> first(JdbcClient jdbc, ConversationId conversation, int limit) {
        return jdbc.sql(FIRST_PAGE)
                .param("conversation", conversation.value())
                .param("limit", limit)
                .query(RunList::report)
                .list();
    }

    private static List<RunReport> later(JdbcClient jdbc, ConversationId conversation, int limit, RunId after) {
        return jdbc.sql(LATER_PAGE)
                .param("conversation", conversation.value())
                .param("after", after.value())
                .param("limit", limit)
                .query(RunList::report)
                .list();
    }

    private static RunReport report(ResultSet row, int number) throws SQLException {
        Usage usage = row.getString("model") == null ? null : MAPPER.usage(CostRow.of(row));
        return new RunReport(RunRow.run(row, number), usage);
    }
}
