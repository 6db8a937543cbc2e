package dev.parley.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.e2e.ParleyServer;
import dev.parley.persistence.testing.TestDatabase;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each migration keeps what the old revision has stored. */
class UpgradeTest {

    private final TestDatabase database = TestDatabase.empty();
    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());

    @BeforeEach
    void restore() throws SQLException, IOException {
        OldData.restoreDump(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theDumpHasRowsOfEveryTableAndItemsAndRunsOfEveryKind() {
        Rows old = Rows.of(jdbc);

        assertThat(old.rows())
                .allSatisfy((table, rows) ->
                        assertThat(rows).as(table).hasSizeGreaterThan(table.equals("server_key") ? -1 : 0));
        assertThat(ask("select distinct type from item order by type"))
                .containsExactly(
                        "assistant_message",
                        "client_tool_call",
                        "end_of_turn",
                        "generated_image",
                        "hidden_context",
                        "note",
                        "structured_input",
                        "task",
                        "tool_call",
                        "user_message",
                        "widget",
                        "workflow");
        assertThat(ask("select distinct status from run order by status"))
                .containsExactly("cancelled", "completed", "failed", "interrupted", "queued");
    }

    @Test
    void migrationsKeepEveryByte() {
        Rows old = Rows.of(jdbc);

        Flyway.configure().dataSource(database.dataSource()).load().migrate();

        old.assertKept(old.now(jdbc));
    }

    @Test
    void aServerStartsOnTheDumpAndShowsAllThatIsInIt() {
        try (ParleyServer parley = ParleyServer.withItsAssistant(database, "parley.runs.log-retention=365000d")) {
            OldUser.signIn(parley.anonymous()).assertSeesEverything(OldData.keyOfDump());
        }
    }

    private List<String> ask(String sql) {
        return jdbc.sql(sql).query((row, number) -> row.getString(1)).list();
    }
}
