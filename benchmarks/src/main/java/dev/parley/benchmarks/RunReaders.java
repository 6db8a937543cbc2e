package dev.parley.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** Reads any number of streams on one thread, so that reading costs little beside what is measured. */
final class RunReaders implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    private final Selector selector = Selector.open();
    private final ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private volatile boolean open = true;

    RunReaders() throws IOException {
        new Thread(this::read, "readers").start();
    }

    /** Lets a reader have what arrives on a connection, until its run is over. */
    void add(SocketChannel channel, RunReader reader) throws IOException {
        channel.configureBlocking(false);
        tasks.add(() -> register(channel, reader));
        selector.wakeup();
    }

    /** Does something with readers on their thread, and waits for it. */
    <T> T with(Callable<T> task) {
        CompletableFuture<T> done = new CompletableFuture<>();
        tasks.add(() -> {
            try {
                done.complete(task.call());
            } catch (Exception e) {
                done.completeExceptionally(e);
            }
        });
        selector.wakeup();
        return done.orTimeout(TIMEOUT.toSeconds(), TimeUnit.SECONDS).join();
    }

    /** Tells a reader that its run cannot be read. */
    void fail(RunReader reader, Exception reason) {
        with(() -> {
            reader.fail(String.valueOf(reason.getMessage()));
            return true;
        });
    }

    @Override
    public void close() {
        open = false;
        selector.wakeup();
    }

    private void read() {
        try (selector) {
            while (open) {
                selector.select(this::read, TIMEOUT.toMillis());
                for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
                    task.run();
                }
            }
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
        } catch (IOException e) {
            throw new IllegalStateException("the readers cannot wait for what arrives", e);
        }
    }

    private void register(SocketChannel channel, RunReader reader) {
        try {
            channel.register(selector, SelectionKey.OP_READ, reader);
        } catch (IOException e) {
            reader.fail("the connection was closed at once");
        }
    }

    private void read(SelectionKey key) {
        if (!(key.attachment() instanceof RunReader reader) || !(key.channel() instanceof SocketChannel channel)) {
            throw new IllegalStateException("nothing else is registered");
        }
        try {
            if (channel.isOpen()) {
                read(channel, reader);
            }
            if (reader.isOver()) {
                channel.close();
            }
        } catch (IOException e) {
            reader.fail(String.valueOf(e.getMessage()));
        }
    }

    private void read(SocketChannel channel, RunReader reader) throws IOException {
        int number = channel.read(buffer.clear());
        if (number < 0) {
            reader.fail("the stream was cut off");
        } else {
            reader.read(buffer.array(), number);
        }
    }
}
