package dev.parley.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RenderedDocumentsTest {

    private final RenderedDocuments documents = new RenderedDocuments();
    private final AtomicInteger renderings = new AtomicInteger();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    private final Callable<byte[]> slow = () -> {
        renderings.incrementAndGet();
        begun.countDown();
        assertThat(released.await(1, TimeUnit.MINUTES)).isTrue();
        return new byte[] {1};
    };

    @Test
    void manyCallersAtOnceCostOneRendering() throws Exception {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<byte[]>> answers = IntStream.range(0, 20)
                    .mapToObj(caller -> callers.submit(() -> documents.get("json", slow)))
                    .toList();
            begun.await();
            released.countDown();

            for (Future<byte[]> answer : answers) {
                assertThat(answer.get()).containsExactly(1);
            }
        }
        assertThat(renderings).hasValue(1);
    }

    @Test
    void noLockIsHeldWhileADocumentIsRendered() throws Exception {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<byte[]> first = callers.submit(() -> documents.get("json", slow));
            begun.await();
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> documents.get("json", slow)).isInstanceOf(IllegalStateException.class);
            assertThat(Thread.interrupted()).isTrue();

            released.countDown();
            assertThat(first.get()).containsExactly(1);
        } finally {
            released.countDown();
        }
    }

    @Test
    void whatFailedIsRenderedAgain() {
        assertThatThrownBy(() -> documents.get("json", () -> {
                    throw new IOException("broken");
                }))
                .hasRootCauseMessage("broken");

        assertThat(documents.get("json", () -> new byte[] {2})).containsExactly(2);
    }
}
