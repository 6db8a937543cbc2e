package dev.parley.web.connection;

import dev.parley.application.shared.FatalError;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Starts virtual threads while only a few of them wait for a carrier at a time. What has to wait is started in turn for each
 * client, however much the others send, and for one client in its order.
 *
 * <p>The scheduler of virtual threads has one queue for those that are new and those that go on, such as after each statement
 * of a transaction. Behind thousands of new requests every step of a request that is being served would take as long as all
 * of them.
 */
final class BoundedStartExecutor implements Executor, AutoCloseable {

    private static final int STARTING_PER_CORE = 2;

    private final Executor virtualThreads;
    private final Semaphore places;

    /** Holds one task for each connection at most. */
    private final FairQueue<Object, ClientTask> waiting = new FairQueue<>();

    private @Nullable Thread starter;

    BoundedStartExecutor(Executor virtualThreads) {
        this(virtualThreads, STARTING_PER_CORE * Runtime.getRuntime().availableProcessors());
    }

    /**
     * Makes an executor that starts nothing that has to wait until {@link #start(String)} is called.
     *
     * @param starting how many threads may wait for a carrier
     */
    BoundedStartExecutor(Executor virtualThreads, int starting) {
        this.virtualThreads = virtualThreads;
        this.places = new Semaphore(starting);
    }

    /** Starts what waits, on a thread of this name, until {@link #close()}. */
    void start(String name) {
        starter = Thread.ofPlatform().daemon().name(name).start(this::startWaiting);
    }

    @Override
    public void close() {
        @Nullable Thread started = starter;
        if (started != null) {
            started.interrupt();
        }
    }

    @Override
    public void execute(Runnable task) {
        if (!(task instanceof ClientTask fromClient)) {
            virtualThreads.execute(task);
        } else if (waiting.isEmpty() && places.tryAcquire()) {
            start(fromClient);
        } else {
            waiting.add(fromClient.client(), fromClient);
        }
    }

    /** Gives up some of what waits to be started, of the clients for whom the most waits. */
    void drop(int number) {
        waiting.removeFromLongest(number).forEach(ClientTask::drop);
    }

    /** How many tasks wait to be started. */
    int waiting() {
        return waiting.size();
    }

    private void startWaiting() {
        try {
            while (true) {
                ClientTask task = waiting.take();
                places.acquire();
                start(task);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Error e) {
            FatalError.haltOn(e);
            throw e;
        }
    }

    private void start(Runnable task) {
        virtualThreads.execute(() -> {
            places.release();
            task.run();
        });
    }

    /** A task that knows for whom it is. All others are started at once. */
    interface ClientTask extends Runnable {

        /** Equal for all tasks that have one turn together. */
        Object client();

        /** Called in place of {@link #run()} where there is no room for it. */
        void drop();
    }
}
