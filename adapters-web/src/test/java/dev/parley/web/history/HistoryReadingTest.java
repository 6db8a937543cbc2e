package dev.parley.web.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.application.shared.SystemFailure;
import dev.parley.application.testing.InMemoryHistoryRepository;
import dev.parley.web.testing.Answer;
import dev.parley.web.testing.Api;
import dev.parley.web.testing.HistoryReads;
import dev.parley.web.testing.RawRequest;
import dev.parley.web.testing.RunningParley;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class HistoryReadingTest {

    private static final Duration NET = Duration.ofSeconds(60);
    private static final String SESSIONS = "/api/v1/chatkit/sessions/";
    private static final String CHATKIT = "/api/v1/chatkit";
    private static final int BATCH_BYTES = 256 * 1024;

    private final RunningParley parley = RunningParley.shared();
    private final HistoryReads reads = parley.part(HistoryReads.class);
    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch released = new CountDownLatch(1);
    private final Api ada = parley.someone();
    private final Api bob = parley.someone();

    @AfterEach
    void goOn() {
        released.countDown();
        reads.reset();
        clients.shutdownNow();
    }

    @Test
    void fourAreReadAtATimeAndTheFifthIsRefused() throws ExecutionException, InterruptedException {
        String session = longSession(ada);
        String bobs = longSession(bob);
        AtomicInteger held = holdReaders();
        List<Future<Answer>> four = startReading(session, 4);
        await().atMost(NET).until(() -> held.get() == 4);

        Answer fifth = ada.session(session);
        assertThat(fifth.status()).isEqualTo(429);
        assertThat(fifth.code()).isEqualTo("HISTORY_LIMIT");
        assertThat(fifth.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(items(ada, session).code()).isEqualTo("HISTORY_LIMIT");
        assertThat(thread(ada, session).code()).isEqualTo("HISTORY_LIMIT");
        assertThat(ada.sessions().status()).isEqualTo(200);
        assertThat(items(bob, bobs).status()).isEqualTo(200);

        released.countDown();
        for (Future<Answer> answer : four) {
            assertThat(answer.get().data().at("/messages").size()).isEqualTo(12);
        }
        assertThat(ada.session(session).status()).isEqualTo(200);
        assertThat(items(ada, session).status()).isEqualTo(200);
    }

    @Test
    void aRefusedReadingGivesItsPermitBack() {
        for (int i = 0; i < 5; i++) {
            assertThat(ada.session("00000000-0000-4000-8000-00000000000" + i).code())
                    .isEqualTo("SESSION_NOT_FOUND");
        }
        assertThat(ada.session(ada.newSession()).status()).isEqualTo(200);
    }

    @Test
    void aPermitComesBackWhenItsClientVanishes() throws IOException {
        String session = longSession(ada);
        AtomicInteger held = holdReaders();
        List<RawRequest> four = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            RawRequest request = RawRequest.post(parley.port(), Objects.requireNonNull(ada.token()), "/nothing", "");
            request.readUntil("request_id");
            request.send("GET", Objects.requireNonNull(ada.token()), SESSIONS + session, "");
            four.add(request);
        }
        await().atMost(NET).until(() -> held.get() == 4);
        assertThat(ada.session(session).status()).isEqualTo(429);

        for (RawRequest request : four) {
            request.reset();
        }
        released.countDown();

        await().atMost(NET).until(() -> ada.session(session).status() == 200);
    }

    @Test
    void aFailureBeforeTheFirstByteHasItsStatus() {
        String session = longSession(ada);
        failAt(2);

        Answer answer = ada.session(session);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("SERVICE_UNAVAILABLE");
        assertThat(answer.body()).startsWith("{\"success\":false").doesNotContain("messages");
    }

    @Test
    void aFailureInTheMiddleIsToldByTheConnection() {
        String session = longSession(ada);
        int before = parley.errorReporter().failures().size();
        failAt(4);

        assertThatThrownBy(() -> ada.session(session)).isInstanceOf(UncheckedIOException.class);

        assertThat(parley.errorReporter()
                        .failures()
                        .subList(before, parley.errorReporter().failures().size()))
                .extracting(SystemFailure::step)
                .containsExactly("item.read");
        reads.reset();
        assertThat(ada.session(session).status()).isEqualTo(200);
    }

    @Test
    void aFullAccountIsReadAsFastAsItMayAndOthersGoOn() throws ExecutionException, InterruptedException {
        String session = ada.newSession();
        int messages = 0;
        while (say(session) == 200) {
            messages++;
        }
        String full = session;
        int stored = messages;

        List<Future<Answer>> reading = startReading(full, 28);
        assertThat(bob.say(bob.newSession(), "hello").status()).isEqualTo(200);

        int read = 0;
        for (Future<Answer> each : reading) {
            Answer answer = each.get();
            if (answer.status() == 200) {
                read++;
                assertThat(answer.data().at("/messages").size()).isEqualTo(2 * stored);
            } else {
                assertThat(answer.code()).isEqualTo("HISTORY_LIMIT");
            }
        }
        assertThat(read).isPositive();
        assertThat(stored).isGreaterThan(3);
        assertThat(parley.part(InMemoryHistoryRepository.class).mostBytesAtATime())
                .isLessThan(2 * BATCH_BYTES);
    }

    @Test
    void pagesOfLongItemsEndEarlyAndGoOn() {
        String session = longSession(ada);
        List<String> ids = new ArrayList<>();
        String after = null;
        int pages = 0;
        boolean hasMore = true;
        while (hasMore) {
            Answer page = ada.post(
                    CHATKIT,
                    "{\"type\":\"items.list\",\"params\":{\"thread_id\":\"%s\",\"limit\":100,\"order\":\"asc\"%s}}"
                            .formatted(session, after == null ? "" : ",\"after\":\"" + after + "\""));
            page.json()
                    .at("/data")
                    .values()
                    .forEach(item -> ids.add(item.at("/id").asString()));
            hasMore = page.json().at("/has_more").asBoolean();
            after = page.json().at("/after").asString();
            pages++;
        }

        assertThat(ids).hasSize(12).doesNotHaveDuplicates();
        assertThat(pages).isGreaterThan(1);
    }

    /** Holds readers when they read for the third time, having written nothing yet or little. */
    private AtomicInteger holdReaders() {
        AtomicInteger held = new AtomicInteger();
        Map<Thread, Integer> times = new ConcurrentHashMap<>();
        reads.before(() -> {
            if (times.merge(Thread.currentThread(), 1, Integer::sum) == 3) {
                held.incrementAndGet();
                awaitRelease();
            }
        });
        return held;
    }

    private void awaitRelease() {
        try {
            released.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while held", e);
        }
    }

    private void failAt(int read) {
        AtomicInteger times = new AtomicInteger();
        reads.before(() -> {
            if (times.incrementAndGet() == read) {
                throw SystemFailure.unavailable("item.read", new IllegalStateException("the database is away"));
            }
        });
    }

    private List<Future<Answer>> startReading(String session, int times) {
        return Collections.nCopies(times, session).stream()
                .map(each -> clients.submit(() -> ada.session(each)))
                .toList();
    }

    /** Six messages and six answers, 1.5 MB together, which is more than a batch and more than a page. */
    private String longSession(Api user) {
        String session = user.newSession();
        parley.assistant().follow((turn, reply) -> reply.text("a".repeat(250 * 1024)));
        try {
            for (int i = 0; i < 6; i++) {
                assertThat(user.say(session, "long").status()).isEqualTo(200);
            }
        } finally {
            parley.assistant().reset();
        }
        return session;
    }

    private int say(String session) {
        String tags = "{\"type\":\"input_tag\",\"id\":\"%s\",\"group\":\"%s\",\"text\":\"\",\"data\":{\"a\":\"%s\"}}"
                .formatted("i".repeat(1000), "g".repeat(1000), "d".repeat(1250));
        String text = "{\"type\":\"input_text\",\"text\":\"%s\"}".formatted("t".repeat(500));
        return ada.post(
                        Api.runsOf(session),
                        "{\"message\":{\"role\":\"user\",\"quoted_text\":\"%s\",\"content\":[%s,%s]}}"
                                .formatted("q".repeat(500), text, String.join(",", Collections.nCopies(50, tags))))
                .status();
    }

    private static Answer items(Api user, String session) {
        return user.post(CHATKIT, "{\"type\":\"items.list\",\"params\":{\"thread_id\":\"%s\"}}".formatted(session));
    }

    private static Answer thread(Api user, String session) {
        return user.post(
                CHATKIT, "{\"type\":\"threads.get_by_id\",\"params\":{\"thread_id\":\"%s\"}}".formatted(session));
    }
}
