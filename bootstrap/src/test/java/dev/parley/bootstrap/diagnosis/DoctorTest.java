package dev.parley.bootstrap.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.assistant.testing.Script;
import dev.parley.assistant.testing.ScriptedModelServer;
import dev.parley.assistant.testing.SdkMcpServer;
import dev.parley.bootstrap.command.ExecutedCommand;
import dev.parley.bootstrap.database.DatabaseAccess;
import dev.parley.bootstrap.database.DatabaseRoutes;
import dev.parley.bootstrap.database.EmbeddedSchema;
import dev.parley.bootstrap.database.EmbeddedServer;
import dev.parley.bootstrap.database.WithEmbeddedServer;
import dev.parley.bootstrap.folder.DataFolder;
import dev.parley.web.testing.ScriptedIssuer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@WithEmbeddedServer
class DoctorTest {

    @TempDir
    private static Path path;

    private static DataFolder folder;
    private static EmbeddedServer server;

    @BeforeAll
    static void startServer() {
        folder = DataFolder.take(path);
        server = EmbeddedServer.start(folder);
    }

    @AfterAll
    static void stopServer() throws IOException {
        server.close();
        folder.close();
    }

    @BeforeEach
    void migrateAnew() throws SQLException {
        EmbeddedSchema.migrateAnew(server, path);
    }

    @Test
    void aHealthyDatabaseHasNothingToMend() {
        assertThat(examine()).hasSizeGreaterThan(7).allMatch(Finding::isOk);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            alter table conversation alter column title drop default | columns conversation.title
            alter table conversation alter column title drop not null | columns conversation.title
            alter table item alter column payload set default '{}'   | columns item.payload
            alter table item drop constraint item_conversation_id_fkey, add constraint item_conversation_id_fkey foreign key (conversation_id) references conversation | constraints item.item_conversation_id_fkey
            alter table account drop constraint local_account_has_both | constraints account.local_account_has_both
            drop index run_running_in_conversation                   | indexes run_running_in_conversation
            alter table account drop column tokens_valid_from        | columns account.tokens_valid_from
            """)
    void whatIsBrokenIsNamedAndItsMendMendsIt(String damage, String subject) throws SQLException {
        execute(damage);

        Finding broken = wrong(examine()).getFirst();

        assertThat(broken.subject()).isEqualTo(subject);
        execute(String.valueOf(broken.mend()).replaceFirst(".*run: ", ""));
        assertThat(wrong(examine())).isEmpty();
    }

    @Test
    void whatIsLostWithItsRowsIsNamedWithoutSql() throws SQLException {
        execute("drop table revoked_token", "alter table api_key drop column secret_hash");

        assertThat(wrong(examine()))
                .filteredOn(finding -> !finding.subject().equals("round trip"))
                .extracting(Finding::toString)
                .containsExactly(
                        "FAIL tables revoked_token: it is missing with its rows: restore the database from a backup",
                        "FAIL columns api_key.secret_hash: it is missing; its values are lost: restore the database from a backup");
    }

    @Test
    void aMissingMigrationIsFound() throws SQLException {
        execute("delete from flyway_schema_history");

        assertThat(wrong(examine())).extracting(Finding::subject).containsExactly("schema version");
    }

    @Test
    void anEmptyDatabaseIsToldToStartParleyOnce() throws SQLException {
        execute("drop schema public cascade", "create schema public");

        assertThat(wrong(examine()))
                .singleElement()
                .satisfies(finding -> assertThat(finding.toString())
                        .startsWith("FAIL schema version")
                        .contains("start Parley once"));
    }

    @Test
    void aClockThatIsWrongIsFound() {
        Clock slow = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(-3));

        assertThat(wrong(Doctor.examine(server.routes(), slow)))
                .extracting(Finding::subject)
                .containsExactly("clock");
    }

    @Test
    void aReadOnlyServerIsFound() throws SQLException {
        execute("alter database postgres set default_transaction_read_only = on");
        try {
            assertThat(wrong(examine())).extracting(Finding::subject).contains("writes", "round trip");
        } finally {
            execute("set default_transaction_read_only = off", "alter database postgres reset all");
        }
    }

    @Test
    void aDatabaseThatIsAwayIsFound() {
        DatabaseAccess nowhere = new DatabaseAccess("jdbc:postgresql://127.0.0.1:1/parley", "parley", "sesame");

        assertThat(Doctor.examine(DatabaseRoutes.single(nowhere), InstantSource.system()))
                .singleElement()
                .satisfies(finding -> assertThat(finding.toString())
                        .startsWith("FAIL connection")
                        .contains("SPRING_DATASOURCE_URL")
                        .doesNotContain("sesame"));
    }

    @Test
    void aLogThatOutlivesItsRunIsFound() throws SQLException {
        execute("drop trigger run_takes_its_log_along on run");

        assertThat(wrong(examine())).extracting(Finding::subject).containsExactly("round trip");
        try (Connection connection = EmbeddedSchema.superuser(server, path).connect()) {
            assertThat(Query.is(connection, "select not exists (select from run_log)"))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            revoke delete, update on item from parley | it lacks rights; run, as the schema's owner: grant update, delete on item to parley;
            revoke select on flyway_schema_history from parley | it lacks rights; run, as the schema's owner: grant select on flyway_schema_history to parley;
            alter role parley superuser               | parley is a superuser; run: alter role parley nosuperuser;
            grant create on schema public to parley   | parley may make tables; run: revoke create on schema public from public, parley;
            grant parley_owner to parley              | parley is a member of parley_owner; run, as a superuser: revoke parley_owner from parley;
            alter table item owner to parley          | parley owns the table item; run, as a superuser: begin; reassign owned by parley to parley_owner; grant select, insert, update, delete on all tables in schema public to parley; commit;
            grant truncate on item to parley          | parley may truncate item; run: revoke truncate on all tables in schema public from public, parley;
            """)
    void aRoleThatMayDoTooLittleOrTooMuchIsNamedAndItsMendMendsIt(String damage, String mend) throws SQLException {
        execute(damage);

        assertThat(wrong(examine()))
                .filteredOn(finding -> finding.subject().equals("role"))
                .extracting(Finding::mend)
                .containsExactly(mend);
        execute(mend.replaceFirst(".*run[^:]*: ", ""));
        assertThat(wrong(examine())).isEmpty();
    }

    @Test
    void theRoundTripLeavesNothingBehind() throws SQLException {
        examine();

        try (Connection connection = EmbeddedSchema.superuser(server, path).connect()) {
            assertThat(Query.is(connection, "select not exists (select from account)"))
                    .isTrue();
        }
    }

    @Test
    void aRunningEmbeddedServerIsExaminedWhereItRuns() {
        ExecutedCommand doctor = ExecutedCommand.doctor(Stream.of("parley.data-dir=" + path));

        assertThat(doctor.out())
                .contains("ok   connection: " + server.routes().runtime().url());
        assertThat(doctor.exitCode()).isZero();
    }

    @Test
    void aWrongSettingIsAFinding() {
        ExecutedCommand doctor = ExecutedCommand.doctor(Stream.of("parley.limits.sessions-per-user=0"));

        assertThat(doctor.out())
                .contains("FAIL configuration: parley.limits.sessions-per-user (PARLEY_LIMITS_SESSIONS_PER_USER)");
        assertThat(doctor.exitCode()).isOne();
    }

    @Test
    void theIssuerIsAskedForItsKeys() {
        try (ScriptedIssuer issuer = new ScriptedIssuer(ScriptedIssuer.key("k1"), ScriptedIssuer.key("k2"))) {
            ExecutedCommand doctor = examineWith(issuer);

            assertThat(doctor.exitCode()).isZero();
            assertThat(doctor.out()).contains("ok   connection", "ok   issuer: " + issuer.uri() + ", keys: 2");
        }
    }

    @Test
    void anIssuerThatIsAwayIsFoundWhateverTheDatabaseIs() {
        try (ScriptedIssuer issuer = new ScriptedIssuer(ScriptedIssuer.key("k1"))) {
            issuer.metadataAs(exchange -> ScriptedIssuer.send(exchange, 503, "one\ntwo"));

            ExecutedCommand doctor = examineWith(issuer);

            assertThat(doctor.exitCode()).isOne();
            assertThat(doctor.out())
                    .contains("ok   connection")
                    .containsPattern("(?m)^FAIL issuer: .*answers with 503; look at parley.auth.issuer-uri.*$");
        }
    }

    @Test
    void anIssuerWithoutKeysIsFound() {
        try (ScriptedIssuer issuer = new ScriptedIssuer()) {
            assertThat(findings(new IssuerCheck(issuer.uri()), Duration.ofSeconds(30)))
                    .startsWith("FAIL issuer: " + issuer.uri() + "/keys has no keys");
        }
    }

    @Test
    void anIssuerThatKeepsOneWaitingIsFound() {
        CountDownLatch end = new CountDownLatch(1);
        try (ScriptedIssuer issuer = new ScriptedIssuer(ScriptedIssuer.key("k1"))) {
            issuer.keysAs(exchange -> awaitUninterruptibly(end));

            assertThat(findings(new IssuerCheck(issuer.uri()), Duration.ofMillis(50)))
                    .startsWith("FAIL issuer: it has not answered within 50 ms; look at parley.auth.issuer-uri");
        } finally {
            end.countDown();
        }
    }

    @Test
    void theModelIsAskedWhetherItTakesTheKey() {
        try (ScriptedModelServer model = ScriptedModelServer.start()
                .then(Script.refusing(200, "{\"data\":[]}"))
                .then(Script.refusing(401, "{\"error\":{\"message\":\"sk-very-secret is wrong\"}}"))
                .then(Script.refusing(404, "{}"))) {
            String ok = ofModel(model.baseUrl());
            String refused = ofModel(model.baseUrl());
            String unknown = ofModel(model.baseUrl());

            assertThat(ok).contains("ok   model: gpt-4o-mini at " + model.baseUrl() + ", which takes the key");
            assertThat(refused)
                    .contains("FAIL model: " + model.baseUrl() + " refuses the key with 401")
                    .contains("PARLEY_ASSISTANT_API_KEY")
                    .doesNotContain("sk-very-secret");
            assertThat(unknown).contains("ok   model: gpt-4o-mini at " + model.baseUrl() + ", which answers");
            assertThat(model.requests())
                    .allMatch(request ->
                            "Bearer sk-very-secret".equals(request.headers().get("authorization")));
        }
        assertThat(ofModel("http://127.0.0.1:1/v1"))
                .contains("FAIL model: it cannot be reached", "PARLEY_ASSISTANT_BASE_URL");
        assertThat(examineWith(
                                "parley.assistant.base-url=http://127.0.0.1:1/v1",
                                "parley.assistant.api-key=sk-very-secret\nx")
                        .out())
                .contains("FAIL model: it cannot be asked")
                .doesNotContain("sk-very-secret");
    }

    @Test
    void mcpServersAreAskedForTheirTools() {
        try (SdkMcpServer tools = SdkMcpServer.start(SdkMcpServer.echo())) {
            String out = examineWith(
                            "parley.mcp.servers.wiki.url=" + tools.url(),
                            "parley.mcp.servers.gone.url=http://127.0.0.1:1/mcp?key=very-secret",
                            "parley.mcp.servers.none.command=/no/such/program")
                    .out();

            assertThat(out)
                    .contains("ok   MCP server wiki: tools that models may use: 1")
                    .contains("FAIL MCP server gone: ", "parley.mcp.servers.gone")
                    .contains("FAIL MCP server none: ")
                    .doesNotContain("very-secret");
        }
    }

    @Test
    void thePublicUrlHasToLeadToParley() {
        try (ScriptedIssuer other = new ScriptedIssuer(ScriptedIssuer.key("k1"))) {
            assertThat(examineWith("parley.public-url=" + other.uri()).out())
                    .contains("FAIL public URL: " + other.uri() + " is not answered by Parley");
        }
        assertThat(examineWith("parley.public-url=http://127.0.0.1:1").out())
                .contains("FAIL public URL: it cannot be reached", "PARLEY_PUBLIC_URL");
    }

    private static String ofModel(String url) {
        return examineWith("parley.assistant.base-url=" + url, "parley.assistant.api-key=sk-very-secret")
                .out();
    }

    private static String findings(RemoteCheck check, Duration deadline) {
        return RemoteChecks.begin(List.of(check), deadline)
                .findings()
                .getFirst()
                .toString();
    }

    private static ExecutedCommand examineWith(ScriptedIssuer issuer) {
        return examineWith("parley.auth.issuer-uri=" + issuer.uri(), "parley.auth.audience=parley");
    }

    private static ExecutedCommand examineWith(String... settings) {
        List<String> all = new ArrayList<>(List.of(
                "spring.datasource.url=" + server.routes().runtime().url(),
                "spring.datasource.username=" + server.routes().runtime().username(),
                "spring.datasource.password=" + server.routes().runtime().password(),
                "spring.flyway.user=" + server.routes().migration().username(),
                "spring.flyway.password=" + server.routes().migration().password()));
        if (List.of(settings).stream().noneMatch(setting -> setting.startsWith("parley.auth.issuer-uri"))) {
            all.add("parley.auth.jwt-secret=a secret that has 32 bytes, or so");
        }
        all.addAll(List.of(settings));
        return ExecutedCommand.doctor(all.stream());
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<Finding> examine() {
        return Doctor.examine(server.routes(), InstantSource.system());
    }

    private static List<Finding> wrong(List<Finding> findings) {
        return findings.stream().filter(finding -> !finding.isOk()).toList();
    }

    private static void execute(String... statements) throws SQLException {
        try (Connection connection = EmbeddedSchema.superuser(server, path).connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
