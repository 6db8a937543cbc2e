package dev.parley.application.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.application.attachment.AttachmentStore;
import dev.parley.application.attachment.ChunkedStore;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.domain.attachment.ContentId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChunkedStoreTest extends AttachmentStoreContract {

    private static final int UPLOADS = 6;

    private final PortsUnderTest ports = PortsUnderTest.inMemory();

    @Override
    protected AttachmentStore store() {
        return new ChunkedStore(ports.unitOfWork(), ports.chunks());
    }

    @Override
    protected ContentId begun() {
        return Uploads.begun(ports);
    }

    @Test
    void twoChunksAreWrittenAtOnceHoweverManyAreUploaded() {
        HeldUnits units = new HeldUnits(ports.unitOfWork());
        ChunkedStore store = new ChunkedStore(units, ports.chunks());
        CompletableFuture<?>[] uploads = Stream.generate(this::begun)
                .limit(UPLOADS)
                .map(content -> CompletableFuture.runAsync(() -> write(store, content), HeldUnits::start))
                .toArray(CompletableFuture[]::new);

        for (int done = 0; done < UPLOADS; done++) {
            int writing = Math.min(2, UPLOADS - done);
            await().until(() -> units.open.get() == writing);
            units.held.release();
            int after = done + 1;
            await().until(() -> units.committed.get() == after);
        }

        CompletableFuture.allOf(uploads).join();
        assertThat(units.mostOpen).hasValue(2);
    }

    private static void write(ChunkedStore store, ContentId content) {
        try {
            store.write(content, new ByteArrayInputStream(new byte[] {1}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Units that wait until a test lets one of them go on. */
    private static final class HeldUnits implements UnitOfWork {

        private final UnitOfWork units;
        private final Semaphore held = new Semaphore(0);
        private final AtomicInteger open = new AtomicInteger();
        private final AtomicInteger mostOpen = new AtomicInteger();
        private final AtomicInteger committed = new AtomicInteger();

        HeldUnits(UnitOfWork units) {
            this.units = units;
        }

        static void start(Runnable upload) {
            Thread.ofVirtual().start(upload);
        }

        @Override
        public <T> T execute(Supplier<T> work) {
            mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
            held.acquireUninterruptibly();
            T result = units.execute(work);
            open.decrementAndGet();
            committed.incrementAndGet();
            return result;
        }

        @Override
        public <T> T read(Supplier<T> work) {
            return units.read(work);
        }
    }
}
