package dev.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.e2e.Fault.Kind;
import dev.parley.e2e.RunReader.End;
import dev.parley.web.testing.Api;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * A client that asks on any node, drops its stream and goes on anywhere, stops answers and speaks into them, and has faults
 * on its way. What it has been told has to be true all the same.
 */
final class FickleClient {

    /** Refused because something runs, because too much waits, and because the database is cut off or a node stops. */
    private static final List<Integer> REFUSED = List.of(409, 429, 503);

    private static final int STEPS = 8;
    private static final List<String> MODES = List.of("reject", "reject", "reject", "reject", "enqueue", "interrupt");
    private static final List<Kind> KINDS = List.of(Kind.CUT_BEFORE_COMMIT, Kind.CUT_AFTER_COMMIT);

    private final String name;
    private final Random random;
    private final Api user;
    private final List<Api> nodes;
    private final String session;
    private final List<Told> told = new CopyOnWriteArrayList<>();
    private int asked;

    /**
     * A client.
     *
     * @param nodes where it may ask; some may be dead, and others may come and go
     */
    FickleClient(String name, Random random, Api user, List<Api> nodes, String session) {
        this.name = name;
        this.random = random;
        this.user = user;
        this.nodes = nodes;
        this.session = session;
    }

    /** The runs that it was told of, each to its end. */
    List<Told> told() {
        return List.copyOf(told);
    }

    Api user() {
        return user;
    }

    String session() {
        return session;
    }

    /** Asks once, and reads the answer to its end unless it is refused. */
    void ask() {
        asked++;
        try {
            RunReader reader = RunReader.start(
                    anyNode(),
                    session,
                    body(),
                    request -> request.header(
                            Fault.HEADER,
                            Fault.header(name + "-" + asked, 1 + random.nextInt(2 * STEPS), oneOf(KINDS))));
            if (reader.status() == 200) {
                told.add(new Told(reader.run(), read(reader)));
            } else {
                assertThat(reader.status()).isIn(REFUSED);
                reader.close();
            }
        } catch (UncheckedIOException e) {
            // The node is dead, and has not said that it has the message.
            return;
        }
    }

    private SeenEvents read(RunReader first) {
        SeenEvents seen = new SeenEvents();
        RunReader reader = first;
        while (true) {
            try (RunReader current = reader) {
                seen.addAll(current.take(random.nextInt(100)));
                if (current.end() == End.DONE) {
                    return seen;
                }
            }
            if (random.nextInt(10) == 0) {
                cancel(first.run());
            }
            reader = goOn(first.run(), seen.lastId());
        }
    }

    private RunReader goOn(String run, @Nullable String lastId) {
        Optional<RunReader> next = Optional.empty();
        while (next.isEmpty()) {
            next = follow(run, lastId);
        }
        return next.orElseThrow();
    }

    private Optional<RunReader> follow(String run, @Nullable String lastId) {
        try {
            RunReader reader = RunReader.follow(anyNode(), session, run, lastId);
            if (reader.status() == 200) {
                return Optional.of(reader);
            }
            assertThat(reader.status()).isEqualTo(503);
            reader.close();
        } catch (UncheckedIOException e) {
            // The node is dead; another is not.
        }
        return Optional.empty();
    }

    private void cancel(String run) {
        try {
            assertThat(anyNode()
                            .post(Api.runsOf(session) + "/" + run + "/cancel")
                            .status())
                    .isIn(202, 503);
        } catch (UncheckedIOException e) {
            // The node is dead; the answer goes on.
        }
    }

    private Api anyNode() {
        return oneOf(nodes).as(user.token());
    }

    private String body() {
        return Api.message(ParleyWithFaults.SLOWLY, "'on_active_run':'%s'".formatted(oneOf(MODES)));
    }

    private <T> T oneOf(List<T> all) {
        List<T> now = List.copyOf(all);
        return now.get(random.nextInt(now.size()));
    }

    /** A run that the client has seen the end of. */
    record Told(String run, SeenEvents seen) {}
}
