package dev.parley.benchmarks.hostile;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Keeps as many connections open as it can, each with a request that is sent so far and then goes on by one byte a second;
 * what the server closes is opened again.
 */
final class Connections {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Target target;
    private final Opening opening;

    Connections(Target target, Opening opening) {
        this.target = target;
        this.opening = opening;
    }

    void hold(int count, Duration duration) throws InterruptedException {
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        for (int i = 0; i < count; i++) {
            int number = i;
            threads.execute(() -> holdOne(number));
        }
        Thread.sleep(duration);
        threads.shutdownNow();
        threads.close();
    }

    static void pause() throws InterruptedException {
        Thread.sleep(PAUSE);
    }

    private void holdOne(int number) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                sendSlowly(number);
                pause();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void sendSlowly(int number) throws InterruptedException {
        try (Socket socket = target.connect(number)) {
            OutputStream output = socket.getOutputStream();
            opening.send(output, number);
            while (true) {
                pause();
                output.write('a');
            }
        } catch (IOException refused) {
            // The server closed the connection; the next one is opened.
        }
    }

    /** What is sent before it goes on by single bytes. */
    interface Opening {

        void send(OutputStream output, int number) throws IOException, InterruptedException;
    }
}
