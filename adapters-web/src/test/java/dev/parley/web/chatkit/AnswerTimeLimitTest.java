package dev.parley.web.chatkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.assistant.ActionHandler;
import dev.parley.application.assistant.ItemChange;
import dev.parley.application.assistant.Reply;
import dev.parley.application.assistant.Turn;
import dev.parley.application.assistant.WidgetAction;
import dev.parley.application.audio.Transcriber;
import dev.parley.application.shared.TimeLimit;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.item.Widget;
import dev.parley.domain.shared.Json;
import dev.parley.web.testing.Answer;
import dev.parley.web.testing.ChatKitUnderTest;
import dev.parley.web.testing.RunningParley;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** What has no run is answered within 50 seconds, or refused. */
class AnswerTimeLimitTest {

    private static final AtomicLong NANOS = new AtomicLong();
    private static final Semaphore INTERRUPTED = new Semaphore(0);
    private static final RunningParley PARLEY = RunningParley.start(Slow.class);

    private final ChatKitUnderTest user = new ChatKitUnderTest(PARLEY.someone());

    /** A transcriber and a handler for which the clock moves on, and which end when they are interrupted. */
    static class Slow {

        @Bean
        @Primary
        TimeLimit limitByMovedClock() {
            return new TimeLimit(NANOS::get);
        }

        @Bean
        Transcriber slowTranscriber() {
            return (audio, type) -> {
                work();
                return "too late";
            };
        }

        @Bean
        ActionHandler slowHandler() {
            return new SlowHandler();
        }
    }

    private static final class SlowHandler implements ActionHandler {

        @Override
        public Set<String> types() {
            return Set.of("slow");
        }

        @Override
        public void handle(WidgetAction action, Turn turn, Reply reply) {}

        @Override
        public Optional<ItemChange> handleAtOnce(WidgetAction action, Conversation conversation, String locale) {
            work();
            Widget widget = Objects.requireNonNull(action.widget());
            return Optional.of(ItemChange.ofWidget(widget.id(), before -> new Json("{\"type\":\"Late\"}")));
        }
    }

    @AfterAll
    static void stop() {
        PARLEY.close();
    }

    @Test
    void aTranscriptionThatTakesTooLongIsInterruptedAndRefused() throws InterruptedException {
        Answer answer = user.send("input.transcribe", "{'audio_base64':'YQ==','mime_type':'audio/ogg'}");

        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.code()).isEqualTo("UPSTREAM_ERROR");
        assertThat(answer.message()).contains("recording");
        assertThat(isInterrupted()).isTrue();
    }

    @Test
    void anActionAtOnceThatTakesTooLongIsInterruptedAndRefusedAndChangesNothing() throws InterruptedException {
        PARLEY.assistant().follow((turn, reply) -> reply.widget(new Json("{\"type\":\"Card\"}"), null));
        String thread = user.thread("hi");

        Answer answer = user.send(
                "threads.sync_custom_action",
                "{'thread_id':'%s','item_id':'%s','action':{'type':'slow'}}".formatted(thread, user.newest(thread)));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("SERVICE_UNAVAILABLE");
        assertThat(isInterrupted()).isTrue();
        assertThat(user.send("items.list", "{'thread_id':'%s'}".formatted(thread))
                        .body())
                .contains("\"Card\"")
                .doesNotContain("Late");
    }

    private static void work() {
        NANOS.addAndGet(Duration.ofSeconds(50).toNanos());
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            INTERRUPTED.release();
        }
    }

    private static boolean isInterrupted() throws InterruptedException {
        return INTERRUPTED.tryAcquire(30, TimeUnit.SECONDS);
    }
}
