package dev.parley.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parley.bootstrap.command.ExecutedCommand;
import dev.parley.bootstrap.failure.InvalidConfigurationException;
import dev.parley.e2e.ParleyServer;
import dev.parley.persistence.testing.TestDatabase;
import dev.parley.web.testing.Api;
import dev.parley.web.testing.Tokens;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(OutputCaptureExtension.class)
@ResourceLock(Resources.SYSTEM_OUT)
class PgBouncerTest {

    private static final Duration NET = Duration.ofMinutes(2);
    private static final int USERS = 8;
    private static final int MESSAGES = 8;

    @TempDir
    private Path folder;

    private TestDatabase database;
    private PgBouncer bouncer;

    @BeforeEach
    void start() throws IOException {
        assumeTrue(PgBouncer.isInstalled(), PgBouncer.MISSING);
        database = TestDatabase.empty();
        bouncer = PgBouncer.before(database, folder);
    }

    @AfterEach
    void stop() {
        if (bouncer != null) {
            bouncer.close();
            database.close();
        }
    }

    @Test
    void withADirectAddressAllIsServedAndNotificationsArrive(CapturedOutput output) throws Exception {
        String[] settings = {
            "spring.datasource.url=" + bouncer.url(),
            "parley.database.direct-url=" + database.url(),
            "parley.limits.messages-per-session=1000",
            "parley.cluster=true"
        };
        try (ParleyServer one = ParleyServer.on(database, settings);
                ParleyServer another = ParleyServer.on(database, settings)) {
            talk(List.of(one, another));

            assertThat(listeners()).isEqualTo(2);
            for (int i = 0; i < 2; i++) {
                ExecutedCommand doctor = doctor(settings);
                assertThat(doctor.exitCode()).as(doctor.out()).isZero();
                assertThat(doctor.out()).contains("ok   notifications");
            }
            assertThat(output.getOut()).doesNotContain("Notifications do not arrive");
        }
    }

    @Test
    void withoutADirectAddressTheStartIsRefusedAndNamesIt() {
        assertThatExceptionOfType(InvalidConfigurationException.class)
                .isThrownBy(() -> ParleyServer.on(database, "spring.datasource.url=" + bouncer.url())
                        .close())
                .withMessageContaining("prepared statements")
                .withMessageContaining("PARLEY_DATABASE_DIRECT_URL");
    }

    @Test
    void withoutPreparedStatementsAllIsServedAndAWarningSaysThatNotificationsDoNotArrive(CapturedOutput output)
            throws Exception {
        String[] settings = {"spring.datasource.url=" + bouncer.url() + "?prepareThreshold=0"};
        try (ParleyServer parley = ParleyServer.on(database, settings)) {
            talk(List.of(parley));

            await().atMost(NET)
                    .untilAsserted(() -> assertThat(output.getOut())
                            .contains("Notifications do not arrive")
                            .contains("PARLEY_DATABASE_DIRECT_URL"));
            ExecutedCommand doctor = doctor(settings);
            assertThat(doctor.exitCode()).isOne();
            assertThat(doctor.out()).contains("FAIL notifications: they do not arrive; set parley.database.direct-url");
        }
    }

    @Test
    void aDirectAddressOfAnotherDatabaseIsRefused() {
        try (TestDatabase other = TestDatabase.create()) {
            assertThatExceptionOfType(InvalidConfigurationException.class)
                    .isThrownBy(() -> ParleyServer.on(
                                    database,
                                    "spring.datasource.url=" + bouncer.url(),
                                    "parley.database.direct-url=" + other.url())
                            .close())
                    .withMessageContaining("another database");
        }
    }

    /** Many at once and each statement more often than the driver waits before it prepares one. */
    private static void talk(List<ParleyServer> nodes) throws Exception {
        try (ExecutorService users = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> talks = users.invokeAll(IntStream.range(0, USERS)
                    .mapToObj(number -> (Callable<Boolean>) () -> talk(nodes, Tokens.ofSomeone()))
                    .toList());
            for (Future<Boolean> talk : talks) {
                assertThat(talk.get()).isTrue();
            }
        }
    }

    private static boolean talk(List<ParleyServer> nodes, String token) {
        List<Api> views = nodes.stream().map(node -> node.anonymous().as(token)).toList();
        String session = views.getFirst().newSession();
        for (int i = 0; i < MESSAGES; i++) {
            Api here = views.get(i % views.size());
            assertThat(here.say(session, "message " + i).body()).contains("[DONE]");
            assertThat(here.session(session).status()).isEqualTo(200);
        }
        return views.getLast().session(session).data().at("/messages").size() == 2 * MESSAGES;
    }

    private ExecutedCommand doctor(String... settings) {
        Stream<String> all = Stream.concat(
                Stream.of(
                        "spring.datasource.username=" + database.username(),
                        "spring.datasource.password=" + database.password(),
                        "parley.auth.jwt-secret=" + Tokens.SECRET),
                Stream.of(settings));
        return ExecutedCommand.doctor(all);
    }

    private int listeners() {
        return JdbcClient.create(database.dataSource())
                .sql("""
                        select count(*) from pg_stat_activity
                        where application_name = 'parley-notifications' and datname = current_database()""")
                .query(Integer.class)
                .single();
    }
}
