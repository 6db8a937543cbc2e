package dev.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.e2e.Fault.Kind;
import dev.parley.e2e.RunReader.End;
import dev.parley.e2e.RunReader.Event;
import dev.parley.web.testing.Api;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Something that a user has asked in a thread of its own, whose answer a {@link Fault} may disturb. */
final class FaultedAnswer {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Executor THREADS = Thread::startVirtualThread;

    private final String name;
    private final Api user;
    private final String text;
    private final UnaryOperator<HttpRequest.Builder> headers;
    private final String session;
    private @Nullable CompletableFuture<List<Event>> told;
    private volatile int status;
    private volatile String run = "";

    private FaultedAnswer(String name, Api user, String text, UnaryOperator<HttpRequest.Builder> headers) {
        this.name = name;
        this.user = user;
        this.text = text;
        this.headers = headers;
        this.session = user.newSession();
    }

    /** A question that is answered without a fault. */
    static FaultedAnswer undisturbed(Api user, String text) {
        return new FaultedAnswer(text, user, text, request -> request);
    }

    /** A question in the answer of which something goes wrong. */
    static FaultedAnswer withFault(Api user, int step, Kind kind) {
        String name = kind + "-" + step;
        return new FaultedAnswer(
                name, user, "tell me", request -> request.header(Fault.HEADER, Fault.header(name, step, kind)));
    }

    /** Names the question, and its fault. */
    String name() {
        return name;
    }

    Api user() {
        return user;
    }

    /** Asks, and reads what is told until the stream ends or breaks. */
    List<Event> ask() {
        try (RunReader reader = RunReader.start(user, session, Api.message(text), headers)) {
            status = reader.status();
            run = reader.run();
            return reader.rest();
        } catch (UncheckedIOException e) {
            // The server is gone before it has answered: nothing was told.
            return List.of();
        }
    }

    /** Asks in the background. */
    void askMeanwhile() {
        told = CompletableFuture.supplyAsync(this::ask, THREADS);
    }

    /** What was told in the background, when it has ended. */
    List<Event> told() {
        return told == null ? List.of() : told.join();
    }

    /** Whether the server has said that it has taken the message. */
    boolean isAcknowledged() {
        return status == 200;
    }

    /** What the server has answered; 0 for nothing. */
    int status() {
        return status;
    }

    /** Reads on behind what was seen, up to the end. */
    List<Event> rest(Api sameUser, @Nullable String lastEventId) {
        try (RunReader reader = RunReader.follow(sameUser, session, run, lastEventId)) {
            List<Event> events = reader.rest();
            assertThat(reader.end()).as("end of %s", name).isEqualTo(End.DONE);
            return events;
        }
    }

    /** How many tasks its user has. */
    static int tasksOf(Api user) {
        return user.get("/api/v1/tasks").json().at("/meta/total").asInt();
    }

    /** Checks that the thread goes on. */
    void assertTakesMessages(Api sameUser) {
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(sameUser.say(session, "are you there?").status())
                                .as("answer in the thread of %s", name)
                                .isEqualTo(200));
    }
}
