package dev.parley.benchmarks.hostile;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Sends whole requests, some at a time, again and again. */
final class Requests {

    private Requests() {}

    static void repeat(int atOnce, Duration duration, Request request) throws InterruptedException {
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        for (int i = 0; i < atOnce; i++) {
            int number = i;
            threads.execute(() -> repeat(number, request));
        }
        Thread.sleep(duration);
        threads.shutdownNow();
        threads.close();
    }

    private static void repeat(int number, Request request) {
        int round = 0;
        while (!Thread.currentThread().isInterrupted()) {
            try {
                request.send(number, round);
            } catch (IOException refused) {
                // The server closed the connection; the next request follows.
            }
            round++;
        }
    }

    /** One request of one of those who send at once. */
    interface Request {

        void send(int number, int round) throws IOException;
    }
}
