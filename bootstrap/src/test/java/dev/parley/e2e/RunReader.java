package dev.parley.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.web.testing.Api;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One connection that streams a run, read event by event as far as a test wants. */
final class RunReader implements AutoCloseable {

    private final int status;
    private final String run;
    private final BufferedReader lines;
    private End end = End.NONE;

    /** How a stream ended. */
    enum End {
        /** It has not. */
        NONE,
        /** With the run. */
        DONE,
        /** With the wish to come again. */
        RECONNECT,
        /** With the connection. */
        BROKEN
    }

    private RunReader(HttpResponse<InputStream> response) {
        this.status = response.statusCode();
        this.run = response.headers().firstValue("X-Run-Id").orElse("");
        this.lines = new BufferedReader(new InputStreamReader(response.body(), UTF_8));
    }

    /** Says something, and reads the answer. */
    static RunReader say(Api user, String session, String text) {
        return start(user, session, Api.message(text), request -> request);
    }

    /** Starts a run with a body and more headers. */
    static RunReader start(Api user, String session, String body, UnaryOperator<HttpRequest.Builder> headers) {
        return new RunReader(user.exchange(
                Api.runsOf(session),
                request -> headers.apply(
                        request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(body))),
                BodyHandlers.ofInputStream()));
    }

    /**
     * Reads a run's events.
     *
     * @param lastEventId the last one seen; null for none
     */
    static RunReader follow(Api user, String session, String run, @Nullable String lastEventId) {
        return new RunReader(user.exchange(
                Api.runsOf(session) + "/" + run + "/events",
                request -> lastEventId == null ? request.GET() : request.GET().header("Last-Event-ID", lastEventId),
                BodyHandlers.ofInputStream()));
    }

    int status() {
        return status;
    }

    /** The run's id; empty where none began. */
    String run() {
        return run;
    }

    End end() {
        return end;
    }

    /** The next event, waited for; empty at the end. */
    Optional<Event> next() {
        try {
            List<String> block = block();
            while (end == End.NONE && block.stream().noneMatch(line -> line.startsWith("data: "))) {
                if (block.stream().anyMatch(line -> line.startsWith("retry: "))) {
                    end = End.RECONNECT;
                    return Optional.empty();
                }
                block = block();
            }
            return end == End.NONE ? event(block) : Optional.empty();
        } catch (IOException | UncheckedIOException e) {
            end = End.BROKEN;
            return Optional.empty();
        }
    }

    /** So many events, or those up to the end. */
    List<Event> take(int number) {
        return Stream.generate(this::next)
                .limit(number)
                .takeWhile(Optional::isPresent)
                .map(Optional::orElseThrow)
                .toList();
    }

    /** The events up to the one with a text in it. */
    List<Event> upTo(String text) {
        List<Event> events = new ArrayList<>();
        do {
            events.add(next().orElseThrow(() -> new AssertionError("the stream ended " + end + " before " + text)));
        } while (!events.getLast().data().contains(text));
        return events;
    }

    /** All events up to the end. */
    List<Event> rest() {
        return take(Integer.MAX_VALUE);
    }

    /** Drops the connection. */
    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException e) {
            end = End.BROKEN;
        }
    }

    private Optional<Event> event(List<String> block) {
        String data = value(block, "data: ");
        if (data.equals("[DONE]")) {
            end = End.DONE;
            return Optional.empty();
        }
        return Optional.of(new Event(value(block, "id: "), data));
    }

    private List<String> block() throws IOException {
        List<String> block = new ArrayList<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isEmpty()) {
                return block;
            }
            block.add(line);
        }
        end = End.BROKEN;
        return block;
    }

    private static String value(List<String> block, String name) {
        return block.stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()))
                .findFirst()
                .orElse("");
    }

    /** An event as it came. */
    record Event(String id, String data) {

        /** Its place in its run. */
        long sequence() {
            return Long.parseLong(id.split(":", -1)[1]);
        }

        /** Whether another node wrote it, which had taken the run over. */
        boolean isTakenOver() {
            return id.endsWith(":t");
        }

        boolean isItemDone() {
            return data.contains("\"thread.item.done\"");
        }
    }
}
