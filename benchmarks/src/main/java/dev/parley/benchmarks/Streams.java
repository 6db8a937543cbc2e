package dev.parley.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.benchmarks.server.Server;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What a streamed token costs on its way from the model through Parley to the client. */
final class Streams {

    private static final int ROUNDS = 9;
    private static final int MANY = 1_000;
    private static final Duration MEASURED = Duration.ofSeconds(5);
    private static final byte[] LAST = "data: [DONE]\n\n".getBytes(UTF_8);

    private final ModelServer model;
    private final Server server;
    private int next;

    Streams(ModelServer model, Server server) {
        this.model = model;
        this.server = server;
    }

    /** Time per token of one stream, from the model alone and through Parley; medians. */
    One one() throws Exception {
        List<Double> alone = new ArrayList<>();
        List<Double> through = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            alone.add(microsPerToken(this::readModel));
            through.add(microsPerToken(() -> readRun(ModelServer.FAST)));
        }
        return new One(median(alone), median(through));
    }

    /** A thousand streams at once of ten tokens a second each, begun a hundred a second. */
    Many many() throws Exception {
        long memoryBefore = server.residentKilobytes();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Double>> streams = new ArrayList<>();
            for (int i = 0; i < MANY; i++) {
                streams.add(clients.submit(() -> seconds(() -> readRun(ModelServer.SLOW))));
                Thread.sleep(10);
            }
            Duration cpuBefore = server.cpu();
            Thread.sleep(MEASURED);
            double cores = server.cpu().minus(cpuBefore).toNanos() / (double) MEASURED.toNanos();
            double kilobytes = (server.residentKilobytes() - memoryBefore) / (double) MANY;
            List<Double> seconds = new ArrayList<>();
            for (Future<Double> stream : streams) {
                seconds.add(stream.get());
            }
            return new Many(MANY, median(seconds), cores, kilobytes);
        }
    }

    private static double seconds(Stream stream) throws Exception {
        long begin = System.nanoTime();
        stream.read();
        return (System.nanoTime() - begin) / 1e9;
    }

    private static double microsPerToken(Stream stream) throws Exception {
        return seconds(stream) * 1e6 / ModelServer.FAST.tokens();
    }

    private void readModel() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(model.url() + "/chat/completions"))
                .POST(HttpRequest.BodyPublishers.ofString("{\"model\":\"fast\"}"))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream events = response.body()) {
                events.skipNBytes(1);
                events.readAllBytes();
            }
        }
    }

    private void readRun(ModelServer.Pace pace) throws IOException {
        int session = nextSession();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream()
                    .write(Requests.startRunOf(
                            server, Database.session(session), Database.ownerOf(session), pace.model()));
            InputStream answer = socket.getInputStream();
            byte[] buffer = new byte[16 * 1024];
            String tail = "";
            while (!tail.contains(new String(LAST, UTF_8))) {
                int read = answer.read(buffer);
                if (read < 0) {
                    throw new IOException("the stream ended with " + tail);
                }
                String seen = tail + new String(buffer, 0, read, UTF_8);
                tail = seen.substring(Math.max(0, seen.length() - 64));
            }
        }
    }

    private synchronized int nextSession() {
        return next++;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    /** A stream, read to its end. */
    private interface Stream {

        void read() throws Exception;
    }

    /** Microseconds per token. */
    record One(double alone, double through) {}

    /**
     * What many streams took.
     *
     * @param seconds the median time of a stream
     * @param cores how many processors' worth of time the server used while all were open
     * @param kilobytes of the server's memory per stream
     */
    record Many(int streams, double seconds, double cores, double kilobytes) {}
}
