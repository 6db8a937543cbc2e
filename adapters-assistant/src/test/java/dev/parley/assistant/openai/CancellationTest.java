package dev.parley.assistant.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.application.shared.SystemFailure;
import dev.parley.assistant.testing.Script;
import dev.parley.assistant.testing.Wire;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The provider is silent and the model would wait for it for an hour: only the interrupt can end that. */
@Timeout(60)
class CancellationTest {

    private static final long NET_SECONDS = 50;

    private final ModelUnderTest model = new ModelUnderTest();
    private final CompletableFuture<Void> silent = new CompletableFuture<>();
    private final CompletableFuture<Void> gone = new CompletableFuture<>();
    private final CompletableFuture<Throwable> failure = new CompletableFuture<>();

    @AfterEach
    void close() {
        model.close();
    }

    @Test
    void interruptingWhileTheModelSpeaksClosesTheConnectionAtOnce() throws Exception {
        Thread asking = ask((request, wire) -> {
            wire.stream();
            wire.text("Half of");
            sayNothingMore(wire);
        });
        await().until(() -> model.said.contains("Half of"));

        assertClosesWhenInterrupted(asking);
    }

    @Test
    void interruptingBeforeTheModelSpeaksClosesTheConnectionAtOnce() throws Exception {
        Thread asking = ask((request, wire) -> sayNothingMore(wire));
        silent.join();

        assertClosesWhenInterrupted(asking);
    }

    @Test
    void interruptingBetweenAttemptsEndsThem() throws Exception {
        Thread asking = ask((request, wire) -> {
            wire.whole(503, "application/json", "{}", "Retry-After", "1200");
            silent.complete(null);
        });
        silent.join();

        asking.interrupt();

        assertThat(failure.get(NET_SECONDS, TimeUnit.SECONDS)).isInstanceOf(SystemFailure.class);
        assertThat(model.server.requests()).hasSize(1);
    }

    @Test
    void theThreadStaysInterruptedAndNoFailureIsCounted() throws Exception {
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Thread asking = Thread.startVirtualThread(() -> {
            failure.complete(failureOf((request, wire) -> sayNothingMore(wire)));
            interrupted.complete(Thread.currentThread().isInterrupted());
        });
        silent.join();

        asking.interrupt();

        assertThat(interrupted.get(NET_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(model.meters.find("parley.model.failures").counters())
                .allSatisfy(counter ->
                        assertThat(counter.count()).as("%s", counter.getId()).isZero());
    }

    private void assertClosesWhenInterrupted(Thread asking) throws Exception {
        asking.interrupt();

        gone.get(NET_SECONDS, TimeUnit.SECONDS);
        assertThat(failure.get(NET_SECONDS, TimeUnit.SECONDS)).isInstanceOf(SystemFailure.class);
    }

    private Thread ask(Script script) {
        return Thread.startVirtualThread(() -> failure.complete(failureOf(script)));
    }

    private Throwable failureOf(Script script) {
        try {
            return new AssertionError("it should have failed but was " + model.answer(script));
        } catch (RuntimeException e) {
            return e;
        }
    }

    private void sayNothingMore(Wire wire) throws IOException {
        silent.complete(null);
        try {
            wire.awaitClientGone();
        } finally {
            gone.complete(null);
        }
    }
}
