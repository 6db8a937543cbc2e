package dev.parley.web.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BoundedStartExecutorTest {

    /** What was handed to the scheduler and has no carrier yet. */
    private final Queue<Runnable> scheduled = new ConcurrentLinkedQueue<>();

    private final List<String> run = new ArrayList<>();
    private final List<String> dropped = new ArrayList<>();
    private final BoundedStartExecutor executor = new BoundedStartExecutor(scheduled::add, 2);

    @BeforeEach
    void start() {
        executor.start("starter");
    }

    @AfterEach
    void stop() {
        executor.close();
    }

    @Test
    void noMoreThanAFewWaitForACarrier() {
        submit("first", "second", "third", "fourth");

        await().until(() -> executor.waiting() == 1);
        assertThat(scheduled).hasSize(2);
    }

    @Test
    void theNextOneFollowsWhenOneHasACarrierHoweverLongThatRuns() {
        executor.execute(new Task("first", "client", () -> await().until(() -> scheduled.size() == 2)));
        submit("second", "third", "fourth");

        scheduled.remove().run();

        assertThat(run).containsExactly("first");
    }

    @Test
    void allAreStartedInTheirOrder() {
        submit("first", "second", "third", "fourth");

        for (int i = 0; i < 4; i++) {
            await().until(() -> !scheduled.isEmpty());
            scheduled.remove().run();
        }

        assertThat(run).containsExactly("first", "second", "third", "fourth");
    }

    @Test
    void whoSendsLittleDoesNotWaitForAllThatAnotherHasSent() {
        submit("first", "second");
        executor.execute(new Task("flood 1", "flood"));
        executor.execute(new Task("flood 2", "flood"));
        executor.execute(new Task("flood 3", "flood"));
        executor.execute(new Task("other", "other"));

        for (int i = 0; i < 6; i++) {
            await().until(() -> !scheduled.isEmpty());
            scheduled.remove().run();
        }

        assertThat(run.indexOf("other")).isLessThan(run.indexOf("flood 3"));
    }

    @Test
    void whatIsDroppedIsNotRun() {
        submit("first", "second", "third", "fourth", "fifth", "sixth");
        await().until(() -> executor.waiting() == 3);

        executor.drop(1);

        assertThat(dropped).containsExactly("fourth");
        assertThat(executor.waiting()).isEqualTo(2);
    }

    @Test
    void whatIsNobodysIsStartedAtOnce() {
        submit("first", "second", "third");

        executor.execute(() -> run.add("nobody's"));

        assertThat(scheduled).hasSize(3);
    }

    @Test
    void oneThatFailsKeepsNoPlace() {
        executor.execute(new Task("fails", "client", () -> {
            throw new IllegalStateException("fails");
        }));
        submit("second", "third");

        assertThat(scheduled).hasSize(2);
        try {
            scheduled.remove().run();
        } catch (IllegalStateException expected) {
            await().until(() -> scheduled.size() == 2);
        }
        assertThat(scheduled).hasSize(2);
    }

    private void submit(String... names) {
        for (String name : names) {
            executor.execute(new Task(name, "client"));
        }
    }

    private final class Task implements BoundedStartExecutor.ClientTask {

        private final String name;
        private final String client;
        private final Runnable work;

        Task(String name, String client) {
            this(name, client, () -> {});
        }

        Task(String name, String client, Runnable work) {
            this.name = name;
            this.client = client;
            this.work = work;
        }

        @Override
        public void run() {
            work.run();
            run.add(name);
        }

        @Override
        public String client() {
            return client;
        }

        @Override
        public void drop() {
            dropped.add(name);
        }
    }
}
