package dev.parley.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parley.e2e.ParleyProcess;
import dev.parley.e2e.ParleyServer;
import dev.parley.persistence.testing.TestDatabase;
import dev.parley.web.testing.Api;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Nodes of the old revision go on while the first new one migrates, and beside it afterwards. */
class ExchangeTest {

    private static final Duration NET = Duration.ofMinutes(3);

    @TempDir
    private Path folder;

    @Test
    void anOldNodesStatementsSucceedWhileMigrationsRunAndBesideNewNodes() throws SQLException, IOException {
        try (TestDatabase database = TestDatabase.empty();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            OldData.restoreDump(database);
            OldNode old =
                    new OldNode(new DriverManagerDataSource(database.url(), database.username(), database.password()));
            Queue<UUID> served = new ConcurrentLinkedQueue<>();
            Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
            AtomicBoolean isOver = new AtomicBoolean();
            for (int i = 0; i < 3; i++) {
                threads.execute(() -> serve(old, served, failures, isOver));
            }
            awaitMore(served, failures, 3);

            Flyway.configure().dataSource(database.dataSource()).load().migrate();
            awaitMore(served, failures, 3);
            try (ParleyServer parley = ParleyServer.on(database)) {
                Api user = parley.someone();
                String session = user.newSession();
                for (int i = 0; i < 5; i++) {
                    assertThat(user.say(session, "beside an old node").body()).contains("[DONE]");
                }
                awaitMore(served, failures, 3);
            }
            isOver.set(true);
            threads.shutdown();
            await().atMost(NET).until(threads::isTerminated);

            assertThat(failures).isEmpty();
            assertThat(served).allMatch(old::hasKept);
        }
    }

    /** With the old revision itself, which {@code src/test/upgrade/exchange.sh} builds from the history. */
    @Test
    void twoOldNodesAreExchangedUnderLoad() {
        Path jar = Path.of(System.getProperty("exchange.old.jar", "none"));
        assumeTrue(
                Files.isRegularFile(jar),
                "there is no jar of the old revision; bootstrap/src/test/upgrade/exchange.sh builds one and runs this");
        try (TestDatabase database = TestDatabase.empty()) {
            Map<String, String> settings = settings(database);
            ParleyProcess first = ParleyProcess.ofJar(jar, folder, settings);
            ParleyProcess second = ParleyProcess.ofJar(jar, folder, settings);
            try (Load load = Load.on(List.of(first.anonymous(), second.anonymous()))) {
                load.awaitMore();

                load.replace(0, null);
                first.close();
                first = ParleyProcess.start(folder, settings);
                load.replace(0, first.anonymous());
                load.awaitMore();

                load.replace(1, null);
                second.close();
                second = ParleyProcess.start(folder, settings);
                load.replace(1, second.anonymous());
                load.awaitMore();

                load.assertNothingLost();
            } finally {
                first.close();
                second.close();
            }
        }
    }

    private static void serve(OldNode old, Queue<UUID> served, Queue<Throwable> failures, AtomicBoolean isOver) {
        while (!isOver.get() && failures.isEmpty()) {
            try {
                served.add(old.serveOneUser());
            } catch (RuntimeException e) {
                failures.add(e);
            }
        }
    }

    private static void awaitMore(Queue<UUID> served, Queue<Throwable> failures, int number) {
        int before = served.size();
        await().atMost(NET).until(() -> served.size() >= before + number || !failures.isEmpty());
        assertThat(failures).isEmpty();
    }

    private static Map<String, String> settings(TestDatabase database) {
        Map<String, String> settings = new HashMap<>(ParleyProcess.settingsOf(database));
        settings.putAll(Map.of("PARLEY_LIMITS_MESSAGES_PER_SESSION", "1000000", "PARLEY_CLUSTER", "true"));
        return settings;
    }
}
