package dev.parley.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.bootstrap.command.ExecutedCommand;
import dev.parley.bootstrap.failure.InvalidConfigurationException;
import dev.parley.e2e.ParleyServer;
import dev.parley.persistence.testing.TestDatabase;
import dev.parley.web.testing.Answer;
import dev.parley.web.testing.Api;
import dev.parley.web.testing.Tokens;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** One role owns the schema and migrates, the other reads and writes rows. */
@ExtendWith(OutputCaptureExtension.class)
@ResourceLock(Resources.SYSTEM_OUT)
class TwoRolesTest {

    private static final String PASSWORD = "sesame";

    private final TestDatabase database = TestDatabase.empty();
    private final JdbcClient superuser = JdbcClient.create(database.dataSource());
    private final String owner = "owner_" + UUID.randomUUID().toString().replace("-", "");
    private final String runner = "runner_" + UUID.randomUUID().toString().replace("-", "");

    @BeforeEach
    void makeRoles() {
        for (String role : List.of(owner, runner)) {
            execute("create role %s login password '%s'".formatted(role, PASSWORD));
        }
        execute("grant create on schema public to " + owner);
    }

    @AfterEach
    void close() {
        for (String role : List.of(owner, runner)) {
            execute("drop owned by " + role);
            execute("drop role " + role);
        }
        database.close();
    }

    @Test
    void theRuntimeRoleOwnsNothingAndReadsAndWritesRowsOnly() {
        try (ParleyServer parley = ParleyServer.on(database, twoRoles())) {
            Api user = parley.someone();
            String session = user.newSession();
            assertThat(user.say(session, "hello").body()).contains("[DONE]");
            assertThat(user.delete("/api/v1/chatkit/sessions/" + session).status())
                    .isEqualTo(200);
        }

        assertThat(ask("select distinct tableowner from pg_tables where schemaname = 'public'"))
                .containsExactly(owner);
        JdbcClient running = as(runner);
        assertThat(running.sql("select rolsuper from pg_roles where rolname = current_user")
                        .query(Boolean.class)
                        .single())
                .isFalse();
        for (String forbidden : List.of(
                "create table mine (id int)",
                "drop table item",
                "truncate item",
                "alter table item add column mine int",
                "create index mine on item (type)",
                "create function mine() returns int language sql as 'select 1'",
                "delete from flyway_schema_history",
                "copy item from program 'true'")) {
            assertThatThrownBy(() -> running.sql(forbidden).update())
                    .as(forbidden)
                    .rootCause()
                    .hasMessageContaining(
                            forbidden.startsWith("drop") || forbidden.startsWith("alter") || forbidden.contains("index")
                                    ? "must be owner"
                                    : "permission denied");
        }
        assertThat(doctor(twoRoles())).isZero();
    }

    @Test
    void theRuntimeRoleMayUseWhatALaterMigrationMakes() {
        ParleyServer.on(database, twoRoles()).close();

        as(owner).sql("create table later (id int)").update();

        assertThat(as(runner).sql("insert into later values (1)").update()).isOne();
    }

    @Test
    void oneRoleServesBothWhereOnlyOneIsSet(CapturedOutput output) {
        ParleyServer.on(database, oneRole(owner)).close();

        assertThat(output.getOut()).contains("One PostgreSQL role, " + owner + ", migrates and runs");
        assertThat(doctor(oneRole(owner))).isZero();
    }

    @Test
    void tablesOfARoleThatServedBothAreHandedOverAsTheRefusalSays() {
        String session;
        String token = Tokens.ofSomeone();
        execute("grant create on schema public to " + runner);
        try (ParleyServer parley = ParleyServer.on(database, oneRole(runner))) {
            session = parley.anonymous().as(token).newSession();
        }
        execute("revoke create on schema public from " + runner);

        assertThatExceptionOfType(InvalidConfigurationException.class)
                .isThrownBy(() -> ParleyServer.on(database, twoRoles()).close())
                .satisfies(refusal -> {
                    assertThat(refusal.sentence()).contains("SPRING_FLYWAY_USER", "reassign owned by " + runner);
                    execute(refusal.sentence().replaceFirst(".*run: ", ""));
                });

        try (ParleyServer parley = ParleyServer.on(database, twoRoles())) {
            Answer answer = parley.anonymous().as(token).session(session);
            assertThat(answer.status()).isEqualTo(200);
        }
        assertThat(doctor(twoRoles())).isZero();
    }

    @Test
    void aPasswordOfTheOwnerThatIsRefusedNamesItsSetting() {
        String[] settings = twoRoles();
        settings[3] = "spring.flyway.user=nobody_of_that_name";

        assertThatExceptionOfType(InvalidConfigurationException.class)
                .isThrownBy(() -> ParleyServer.on(database, settings).close())
                .withMessageContaining("SPRING_FLYWAY_USER");
    }

    @Test
    void anAddressThatNamesItsUserLeavesNoChoiceOfTwoRoles() {
        String[] settings = twoRoles();
        settings[0] = "spring.datasource.url=" + url() + "?user=" + runner;

        assertThatExceptionOfType(InvalidConfigurationException.class)
                .isThrownBy(() -> ParleyServer.on(database, settings).close())
                .withMessageContainingAll("SPRING_DATASOURCE_URL", "SPRING_FLYWAY_USER", "SPRING_DATASOURCE_USERNAME");
    }

    private String[] oneRole(String role) {
        return new String[] {
            "spring.datasource.url=" + url(),
            "spring.datasource.username=" + role,
            "spring.datasource.password=" + PASSWORD,
            "logging.level.dev.parley.bootstrap.database=info"
        };
    }

    private String[] twoRoles() {
        return new String[] {
            "spring.datasource.url=" + url(),
            "spring.datasource.username=" + runner,
            "spring.datasource.password=" + PASSWORD,
            "spring.flyway.user=" + owner,
            "spring.flyway.password=" + PASSWORD
        };
    }

    private int doctor(String... settings) {
        Stream<String> all = Stream.concat(Stream.of("parley.auth.jwt-secret=" + Tokens.SECRET), Stream.of(settings));
        return ExecutedCommand.doctor(all).exitCode();
    }

    private JdbcClient as(String role) {
        return JdbcClient.create(new DriverManagerDataSource(url(), role, PASSWORD));
    }

    /** Without the user that the address of the test's server may name. */
    private String url() {
        return database.url().replaceFirst("\\?.*", "");
    }

    private void execute(String sql) {
        superuser.sql(sql).update();
    }

    private List<String> ask(String sql) {
        return superuser.sql(sql).query((row, number) -> row.getString(1)).list();
    }
}
