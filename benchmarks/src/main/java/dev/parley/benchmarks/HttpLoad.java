package dev.parley.benchmarks;

import dev.parley.benchmarks.server.Server;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.LongStream;

/** Sends requests over kept connections, each connection waiting for an answer before it asks again. */
final class HttpLoad {

    private final Server server;
    private final Function<Random, byte[]> requests;

    HttpLoad(Server server, Function<Random, byte[]> requests) {
        this.server = server;
        this.requests = requests;
    }

    Result run(int connections, Duration duration) throws InterruptedException, ExecutionException {
        List<long[]> latencies = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            List<Future<long[]>> running = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                Random random = new Random(i);
                running.add(threads.submit(() -> send(random, duration)));
            }
            for (Future<long[]> connection : running) {
                latencies.add(connection.get());
            }
        }
        long[] sorted =
                latencies.stream().flatMapToLong(LongStream::of).sorted().toArray();
        return new Result(
                sorted.length / (duration.toNanos() / 1e9), Latencies.at(sorted, 0.5), Latencies.at(sorted, 0.99));
    }

    private long[] send(Random random, Duration duration) throws IOException {
        LongStream.Builder latencies = LongStream.builder();
        long end = System.nanoTime() + duration.toNanos();
        while (System.nanoTime() < end) {
            sendUntilClosed(random, end, latencies);
        }
        return latencies.build().toArray();
    }

    /** A server closes a kept connection after some requests; the next one waits for a new connection, like any client. */
    private void sendUntilClosed(Random random, long end, LongStream.Builder latencies) throws IOException {
        long begin = System.nanoTime();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setTcpNoDelay(true);
            HttpAnswers answers = new HttpAnswers(socket.getInputStream());
            boolean open = true;
            while (open && begin < end) {
                socket.getOutputStream().write(requests.apply(random));
                open = answers.expectOk();
                long now = System.nanoTime();
                latencies.add(now - begin);
                begin = now;
            }
        }
    }

    /**
     * What was measured.
     *
     * @param p50 the median latency in ms
     * @param p99 the 99th percentile in ms
     */
    record Result(double perSecond, double p50, double p99) {}
}
