package dev.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.e2e.FickleClient.Told;
import dev.parley.e2e.RunReader.Event;
import dev.parley.persistence.testing.Race;
import dev.parley.persistence.testing.TestDatabase;
import dev.parley.web.testing.Api;
import dev.parley.web.testing.Tokens;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Three nodes, clients that do as they like, connections that are cut and a node that is killed: all promises hold. */
@Timeout(150)
class RandomFaultsTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int USERS = 5;
    private static final int CLIENTS_OF_A_USER = 2;
    private static final int RUNS_BEFORE_THE_KILL = 3;
    private static final String[] SETTINGS = {
        "parley.runs.lease=3s", "parley.runs.heartbeat=500ms", "parley.limits.messages-per-session=100000"
    };
    private static final Map<String, String> SETTINGS_OF_PROCESS = Map.of(
            "PARLEY_RUNS_LEASE",
            "3s",
            "PARLEY_RUNS_HEARTBEAT",
            "500ms",
            "PARLEY_RUNS_DRAIN_TIMEOUT",
            "1s",
            "PARLEY_LIMITS_MESSAGES_PER_SESSION",
            "100000");

    /** What happens differs all the same, for there are many threads. */
    private final long seed = Long.getLong("test.seed", new SplittableRandom().nextLong());

    private final AtomicBoolean isOver = new AtomicBoolean();
    private final List<Api> nodes = new CopyOnWriteArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void nothingThatWasToldIsLostOrRepeatedOrHangs() {
        try (TestDatabase database = TestDatabase.create();
                Outage outage = Outage.of(database);
                ParleyServer here = ParleyServer.withFaults(database, SETTINGS);
                ParleyServer there = ParleyServer.withFaults(database, SETTINGS)) {
            List.of(here, there).forEach(node -> {
                node.assistant().follow(Story.slowly());
                nodes.add(node.anonymous());
            });
            List<String> undisturbed = undisturbed(here.someone());
            List<FickleClient> clients = clients(here);
            JdbcClient jdbc = JdbcClient.create(database.dataSource());
            RunInvariants invariants = new RunInvariants(jdbc);

            try (ParleyProcess killed = ParleyProcess.withFaults(folder, database, SETTINGS_OF_PROCESS)) {
                nodes.add(killed.anonymous());
                List<Runnable> all = new ArrayList<>();
                clients.forEach(client -> all.add(() -> askUntilTheEnd(client)));
                all.add(() -> disturb(killed, outage, clients, jdbc));
                assertThat(Race.failuresOf(all)).as("seed %s", seed).isEmpty();
            }

            nodes.removeLast();
            await().atMost(SOON).ignoreExceptions().until(() -> invariants.unended() == 0);
            invariants.assertSettled();
            clients.forEach(client -> assertWasToldTheTruth(client, undisturbed));
            assertThat(count(jdbc, "taken_over_from is not null"))
                    .as("runs that were taken over, seed %s", seed)
                    .isPositive();
        }
    }

    /** Kills a node on which many runs have begun and one is certain to be running, then cuts all connections. */
    private void disturb(ParleyProcess node, Outage outage, List<FickleClient> clients, JdbcClient jdbc) {
        try {
            int port = node.anonymous().server().getPort();
            await().atMost(SOON).until(() -> count(jdbc, "node_name like '%:" + port + "'") >= RUNS_BEFORE_THE_KILL);
            Api someone = node.someone();
            try (RunReader running = RunReader.say(someone, someone.newSession(), ParleyWithFaults.PAUSE_FOREVER)) {
                assertThat(running.upTo(Story.MIDDLE)).isNotEmpty();
                node.kill();
            }
            awaitMoreRuns(clients);
            outage.cutConnections();
            awaitMoreRuns(clients);
        } finally {
            isOver.set(true);
        }
    }

    private static void awaitMoreRuns(List<FickleClient> clients) {
        long before = told(clients);
        await().atMost(SOON).until(() -> told(clients) >= before + clients.size());
    }

    private static long told(List<FickleClient> clients) {
        return clients.stream().mapToInt(client -> client.told().size()).sum();
    }

    private static long count(JdbcClient jdbc, String condition) {
        return jdbc.sql("select count(*) from run where " + condition)
                .query(Long.class)
                .single();
    }

    private void askUntilTheEnd(FickleClient client) {
        while (!isOver.get()) {
            client.ask();
        }
    }

    private void assertWasToldTheTruth(FickleClient client, List<String> undisturbed) {
        for (Told told : client.told()) {
            String seeded = "run %s, seed %s".formatted(told.run(), seed);
            for (Api node : nodes) {
                Api user = node.as(client.user().token());
                try (RunReader reader = RunReader.follow(user, client.session(), told.run(), null)) {
                    assertThat(told.seen().events()).as(seeded).isEqualTo(reader.rest());
                }
            }
            assertThat(told.seen().withdrawn()).as(seeded).noneMatch(Event::isItemDone);
            if (statusOf(client, told.run()).equals("completed")) {
                assertThat(comparable(told.seen().events())).as(seeded).isEqualTo(undisturbed);
            }
        }
    }

    private String statusOf(FickleClient client, String run) {
        return nodes.getFirst()
                .as(client.user().token())
                .get(Api.runsOf(client.session()) + "/" + run)
                .data()
                .at("/status")
                .asString();
    }

    private static List<String> undisturbed(Api user) {
        try (RunReader reader = RunReader.say(user, user.newSession(), ParleyWithFaults.SLOWLY)) {
            return comparable(reader.rest());
        }
    }

    /** Only the first message of a thread gives it its title, and only some have to wait. */
    private static List<String> comparable(List<Event> events) {
        return SeenEvents.normalised(events.stream()
                .filter(event -> !event.data().contains("\"thread.updated\""))
                .filter(event -> !event.data().contains("\"Your message waits "))
                .toList());
    }

    private List<FickleClient> clients(ParleyServer here) {
        Random random = new Random(seed);
        List<FickleClient> clients = new ArrayList<>();
        for (int user = 0; user < USERS; user++) {
            Api api = here.anonymous().as(Tokens.ofSomeone());
            String session = api.newSession();
            for (int client = 0; client < CLIENTS_OF_A_USER; client++) {
                clients.add(new FickleClient(
                        "client-" + clients.size(), new Random(random.nextLong()), api, nodes, session));
            }
        }
        return clients;
    }
}
