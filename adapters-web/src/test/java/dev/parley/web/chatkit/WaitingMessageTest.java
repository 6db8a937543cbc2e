package dev.parley.web.chatkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.application.run.OnActiveRun;
import dev.parley.application.run.RunPolicy;
import dev.parley.application.testing.UseCases;
import dev.parley.application.tool.RequestedCall;
import dev.parley.web.testing.Api;
import dev.parley.web.testing.ChatKitUnderTest;
import dev.parley.web.testing.RawRequest;
import dev.parley.web.testing.RunningParley;
import dev.parley.web.testing.Tokens;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A message that comes while the assistant answers is there from then on, whatever becomes of its stream. */
class WaitingMessageTest {

    private static final RunningParley PARLEY = RunningParley.start(Enqueuing.class);
    private static final String PATH = ChatKitUnderTest.PATH;

    private final String token = Tokens.ofSomeone();
    private final Api user = PARLEY.anonymous().as(token);
    private final ChatKitUnderTest chatkit = new ChatKitUnderTest(user);
    private final CountDownLatch goOn = new CountDownLatch(1);

    /** Messages wait where their client does not say. */
    static class Enqueuing {

        @Bean
        @Primary
        RunPolicy enqueuing() {
            RunPolicy usual = UseCases.runPolicy("test", Duration.ofMinutes(1));
            return new RunPolicy(
                    usual.limits(),
                    usual.transcriptItems(),
                    usual.models(),
                    OnActiveRun.ENQUEUE,
                    usual.node(),
                    usual.lease(),
                    usual.logRetention());
        }
    }

    @BeforeEach
    void anAssistantThatTakesItsTime() {
        PARLEY.assistant().follow((turn, reply) -> {
            reply.text("Well, ");
            awaitEnd();
            reply.text(turn.message().text());
        });
    }

    @AfterEach
    void echo() {
        goOn.countDown();
        PARLEY.assistant().reset();
    }

    @AfterAll
    static void stop() {
        PARLEY.close();
    }

    @Test
    void whoseStreamIsDroppedStaysBehindTheAnswerAndCanBeAnsweredByARetry() throws IOException {
        try (RawRequest first = RawRequest.post(PARLEY.port(), token, PATH, newThread("one"))) {
            String thread = thread(first.readUntil("Well, "));
            try (RawRequest second = RawRequest.post(PARLEY.port(), token, PATH, message(thread, "two"))) {
                assertThat(second.readUntil("progress_update"))
                        .containsSubsequence("thread.item.done", "stream_options", "progress_update");
                assertThat(texts(thread)).containsExactly("one", "two");
            }
            await().atMost(Duration.ofSeconds(30)).until(() -> statuses(thread).contains("cancelled"));
            assertThat(texts(thread)).containsExactly("one", "two");
            goOn.countDown();
            first.readUntil("\r\n0\r\n\r\n");

            assertThat(texts(thread)).containsExactly("one", "Well, one", "two");
            String newest = chatkit.newest(thread);
            assertThat(chatkit.send(
                                    "threads.retry_after_item",
                                    "{'thread_id':'%s','item_id':'%s'}".formatted(thread, newest))
                            .status())
                    .isEqualTo(200);
            assertThat(texts(thread)).containsExactly("one", "Well, one", "two", "Well, two");
        }
    }

    @Test
    void whoseStreamIsDroppedDoesNotKeepACallOfTheClientsToolFromItsOutput() throws IOException {
        PARLEY.assistant().follow((turn, reply) -> {
            reply.text("Let me look. ");
            awaitEnd();
            reply.callClientTool(new RequestedCall("call_1", "look", "{}"));
        });
        try (RawRequest first = RawRequest.post(PARLEY.port(), token, PATH, newThread("one"))) {
            String thread = thread(first.readUntil("Let me look. "));
            try (RawRequest second = RawRequest.post(PARLEY.port(), token, PATH, message(thread, "two"))) {
                second.readUntil("progress_update");
            }
            await().atMost(Duration.ofSeconds(30)).until(() -> statuses(thread).contains("cancelled"));
            goOn.countDown();
            first.readUntil("\r\n0\r\n\r\n");
            PARLEY.assistant().follow((turn, reply) -> reply.text("Seen."));

            assertThat(chatkit.send(
                                    "threads.add_client_tool_output",
                                    "{'thread_id':'%s','result':{}}".formatted(thread))
                            .body())
                    .contains("Seen.");

            assertThat(texts(thread)).containsExactly("one", "Let me look. ", "", "two", "Seen.");
        }
    }

    private void awaitEnd() {
        try {
            goOn.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<String> texts(String thread) {
        return chatkit.items(thread).stream()
                .map(item -> item.at("/content/0/text").asString())
                .toList();
    }

    private List<String> statuses(String thread) {
        return user.get(Api.runsOf(thread))
                .json()
                .at("/data")
                .valueStream()
                .map(run -> run.at("/status").asString())
                .toList();
    }

    private static String newThread(String text) {
        return ChatKitUnderTest.request("threads.create", "{'input':%s}".formatted(ChatKitUnderTest.input(text)));
    }

    private static String message(String thread, String text) {
        return ChatKitUnderTest.request(
                "threads.add_user_message",
                "{'thread_id':'%s','input':%s}".formatted(thread, ChatKitUnderTest.input(text)));
    }

    private static String thread(String events) {
        return events.replaceFirst("(?s).*?\"thread\":\\{\"id\":\"([^\"]+)\".*", "$1");
    }
}
