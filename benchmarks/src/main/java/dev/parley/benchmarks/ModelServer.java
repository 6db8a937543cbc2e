package dev.parley.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A model that says a number of tokens, at a pace, in the form of OpenAI's Chat Completions. */
final class ModelServer implements AutoCloseable {

    /** As many tokens as the connection takes. */
    static final Pace FAST = new Pace("fast", 2_000, Duration.ZERO);

    /** Ten tokens a second. */
    static final Pace SLOW = new Pace("slow", 200, Duration.ofMillis(100));

    private static final byte[] TOKEN = chunk("{\"content\":\"word \"}", "null");
    private static final byte[] END = chunk("{}", "\"stop\"");
    private static final byte[] DONE = "data: [DONE]\n\n".getBytes(UTF_8);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    ModelServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4096);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String request = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        Pace pace = request.contains("\"" + SLOW.model() + "\"") ? SLOW : FAST;
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            for (int token = 0; token < pace.tokens(); token++) {
                out.write(TOKEN);
                out.flush();
                pause(pace);
            }
            out.write(END);
            out.write(DONE);
        }
    }

    private static void pause(Pace pace) throws IOException {
        try {
            if (pace.pause().isPositive()) {
                Thread.sleep(pace.pause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the model was stopped", e);
        }
    }

    private static byte[] chunk(String delta, String finishReason) {
        return """
               data: {"id":"c","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":%s,"finish_reason":%s}]}

               """.formatted(delta, finishReason).getBytes(UTF_8);
    }

    /**
     * How a model speaks.
     *
     * @param pause between two tokens
     */
    record Pace(String model, int tokens, Duration pause) {}
}
