package dev.parley.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.web.testing.Answer;
import dev.parley.web.testing.Api;
import dev.parley.web.testing.Tokens;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Users who talk on over whichever node is there, as a load balancer sends them: what is refused with 503, or breaks off, they
 * send again with the same key.
 */
final class Load implements AutoCloseable {

    private static final Duration NET = Duration.ofMinutes(3);
    private static final int USERS = 4;
    private static final int MORE = 3;

    private final AtomicReferenceArray<@Nullable Api> nodes;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<User> users;
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private volatile boolean isOver;

    private Load(List<Api> nodes) {
        this.nodes = new AtomicReferenceArray<>(nodes.toArray(Api[]::new));
        this.users = IntStream.range(0, USERS)
                .mapToObj(number -> new User(nodes.getFirst()))
                .toList();
    }

    static Load on(List<Api> nodes) {
        Load load = new Load(nodes);
        load.users.forEach(user -> load.threads.execute(() -> load.talk(user)));
        return load;
    }

    /** Replaces a node; null only removes it. */
    void replace(int place, @Nullable Api node) {
        nodes.set(place, node);
    }

    /** Waits until each user has been answered some times more. */
    void awaitMore() {
        List<Integer> before = users.stream().map(user -> user.answered.size()).toList();
        await().atMost(NET)
                .until(() -> !failures.isEmpty()
                        || IntStream.range(0, USERS)
                                .allMatch(number -> users.get(number).answered.size() >= before.get(number) + MORE));
        assertThat(failures).isEmpty();
    }

    /** Asserts that each message which was answered is stored once. */
    void assertNothingLost() {
        isOver = true;
        threads.shutdown();
        await().atMost(NET).until(threads::isTerminated);
        assertThat(failures).isEmpty();
        for (User user : users) {
            Answer session = node(0).as(user.token).session(user.session);
            List<String> stored = session.data()
                    .at("/messages")
                    .valueStream()
                    .filter(message -> message.at("/role").asString().equals("user"))
                    .map(message -> message.at("/content/0/text").asString())
                    .toList();
            assertThat(stored).containsAll(user.answered).doesNotHaveDuplicates();
        }
    }

    @Override
    public void close() {
        isOver = true;
        threads.shutdownNow();
    }

    private void talk(User user) {
        for (int number = 0; !isOver && failures.isEmpty(); number++) {
            String text = "message " + number;
            try {
                deliver(user, text, number);
            } catch (RuntimeException e) {
                failures.add(e.toString());
            }
        }
    }

    private void deliver(User user, String text, int first) {
        for (int attempt = first; !isOver && failures.isEmpty(); attempt++) {
            try {
                Answer answer = user.say(node(attempt), text);
                if (answer.status() == 200) {
                    user.answered.add(text);
                    return;
                }
                if (answer.status() != 503 && answer.status() != 409) {
                    failures.add(answer.status() + " " + answer.body());
                }
            } catch (UncheckedIOException disconnected) {
                Thread.onSpinWait();
            }
        }
    }

    /** The node of a number, or where it has been taken away the other one. */
    private Api node(int number) {
        Api node = nodes.get(number % nodes.length());
        Api other = nodes.get((number + 1) % nodes.length());
        return node == null ? Objects.requireNonNull(other) : node;
    }

    private static final class User {

        private final String token = Tokens.ofSomeone();
        private final String session;
        private final Queue<String> answered = new ConcurrentLinkedQueue<>();

        User(Api node) {
            this.session = node.as(token).newSession();
        }

        Answer say(Api node, String text) {
            return node.as(token)
                    .send(
                            Api.runsOf(session),
                            request -> request.POST(BodyPublishers.ofString(Api.message(text)))
                                    .header("Content-Type", "application/json")
                                    .header("Idempotency-Key", text.replace(' ', '-')));
        }
    }
}
