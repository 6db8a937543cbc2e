package dev.parley.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A model that says twenty {@link Token}s a second to each of many askers. One thread says them all, by a schedule that does
 * not wait for those who listen, so that it costs little beside what is measured.
 */
final class PacedModel implements AutoCloseable {

    static final int TOKENS_A_SECOND = 20;

    private static final long PERIOD = Duration.ofSeconds(1).toNanos() / TOKENS_A_SECOND;
    private static final long NAP = Duration.ofMillis(1).toNanos();
    private static final Pattern WISH = Pattern.compile("say (\\d+) as (\\d+)");
    private static final byte[] BEFORE = """
            data: {"id":"c","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{"content":\"""".getBytes(UTF_8);
    private static final byte[] BEHIND = "\"},\"finish_reason\":null}]}\n\n".getBytes(UTF_8);
    private static final byte[] END = """
            data: {"id":"c","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}

            data: [DONE]

            """.getBytes(UTF_8);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Thread speaker = new Thread(this::speak, "model");
    private final Queue<Speech> arriving = new ConcurrentLinkedQueue<>();
    private final Latencies late = new Latencies();
    private final AtomicIntegerArray said;
    private final Window window;
    private volatile boolean open = true;
    private volatile int speaking;

    /**
     * Starts it for runs with numbers below a bound.
     *
     * @param window when it notes how late it is
     */
    PacedModel(int runs, Window window) throws IOException {
        this.said = new AtomicIntegerArray(runs);
        this.window = window;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4096);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
        speaker.start();
    }

    /** What to ask it, so that it says a number of tokens as the answer of a run. */
    static String wish(int run, int tokens) {
        return "say %d as %d".formatted(tokens, run);
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** How many runs it answers now. */
    int speaking() {
        return speaking;
    }

    /** How many tokens it has said in a run. */
    int said(int run) {
        return said.get(run);
    }

    /** How long after its time a token was said in the window; ends the measurement. */
    Latencies.Quantiles late() throws InterruptedException {
        close();
        speaker.join();
        return late.quantiles();
    }

    @Override
    public void close() {
        open = false;
        server.stop(0);
        threads.shutdownNow();
    }

    /** Leaves the answer to the one thread that says them all. */
    private void answer(HttpExchange exchange) throws IOException {
        Matcher wish = WISH.matcher(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        if (!wish.find()) {
            throw new IOException("nothing to say was asked for");
        }
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        arriving.add(new Speech(
                exchange.getResponseBody(), Integer.parseInt(wish.group(2)), Integer.parseInt(wish.group(1))));
    }

    /** All have one pace, so who has just spoken is the last to speak again, and a queue is always in order. */
    private void speak() {
        Deque<Speech> speeches = new ArrayDeque<>();
        while (open) {
            for (Speech next = arriving.poll(); next != null; next = arriving.poll()) {
                next.due = System.nanoTime() + PERIOD;
                speeches.addLast(next);
            }
            long now = System.nanoTime();
            while (!speeches.isEmpty() && speeches.getFirst().due <= now) {
                Speech next = speeches.removeFirst();
                if (next.goOn()) {
                    speeches.addLast(next);
                }
            }
            speaking = speeches.size();
            LockSupport.parkNanos(NAP);
        }
    }

    /** An answer on its way. */
    private final class Speech {

        private final OutputStream out;
        private final int run;
        private final int tokens;
        private int next = 1;
        private long due;

        Speech(OutputStream out, int run, int tokens) {
            this.out = out;
            this.run = run;
            this.tokens = tokens;
        }

        /** Says the next token; returns whether more is to be said. Who has gone away shows in what the readers miss. */
        boolean goOn() {
            try {
                if (next > tokens) {
                    out.write(END);
                    out.close();
                    return false;
                }
                say(new Token(next, System.nanoTime()));
                next++;
                due += PERIOD;
                return true;
            } catch (IOException gone) {
                return false;
            }
        }

        private void say(Token token) throws IOException {
            said.incrementAndGet(run);
            if (window.contains(token.said())) {
                late.add(token.said() - due);
            }
            out.write(BEFORE);
            out.write(token.bytes());
            out.write(BEHIND);
            out.flush();
        }
    }
}
