package dev.parley.application.thread;

import static dev.parley.application.testing.Failures.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.assistant.Turn;
import dev.parley.application.assistant.TurnCause;
import dev.parley.application.event.RunEvent;
import dev.parley.application.run.RunHandle;
import dev.parley.application.testing.CountingIds;
import dev.parley.application.testing.Examples;
import dev.parley.application.testing.PlainMessages;
import dev.parley.application.testing.PortsUnderTest;
import dev.parley.application.testing.ThreadsUnderTest;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.ThreadStatus;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.ItemId;
import dev.parley.domain.run.RunError;
import dev.parley.domain.run.RunOptions;
import dev.parley.domain.shared.ErrorCode;
import dev.parley.domain.shared.Json;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RetryMessageTest {

    private final ThreadsUnderTest threads = new ThreadsUnderTest(PortsUnderTest.inMemory(), new CountingIds());

    @Test
    void allBehindTheMessageIsDeletedAndItIsAnsweredAgain() {
        ConversationId thread = threads.begin("one");
        threads.assistant.set((turn, reply) -> {
            reply.text("first");
            reply.remember(new Json("{}"));
            reply.widget(new Json("{}"));
        });
        threads.say(thread, "two");
        threads.say(thread, "three");
        AtomicReference<Turn> told = new AtomicReference<>();
        threads.assistant.set((turn, reply) -> {
            told.set(turn);
            reply.text("again");
        });

        List<RunEvent> events = threads.read(retry(thread, "two"));

        assertThat(threads.items(thread)).extracting(Item::text).containsExactly("one", "Hello.", "two", "again");
        assertThat(threads.conversation(thread).messageCount()).isEqualTo(4);
        assertThat(told.get().cause()).isEqualTo(TurnCause.MESSAGE_SENT);
        assertThat(told.get().message().text()).isEqualTo("two");
        assertThat(told.get().transcript()).extracting(Item::text).containsExactly("one", "Hello.");
        assertThat(events.getFirst()).isInstanceOf(RunEvent.StreamOptions.class);
    }

    @Test
    void sequencesAreNeverGivenAgain() {
        ConversationId thread = threads.begin("one");
        long last = threads.newest(thread).sequence();

        threads.read(retry(thread, "one"));

        assertThat(threads.newest(thread).sequence()).isGreaterThan(last);
    }

    @Test
    void onlyAMessageOfTheUserInThisThreadIsAnsweredAgain() {
        ConversationId thread = threads.begin("one");
        ConversationId other = threads.begin("elsewhere");

        refused(thread, threads.newest(thread).id(), ConversationError.NOT_A_USER_MESSAGE);
        refused(thread, threads.items(other).getFirst().id(), ConversationError.ITEM_NOT_FOUND);
        refused(thread, ItemId.ofMessage("unknown"), ConversationError.ITEM_NOT_FOUND);
    }

    @Test
    void nothingIsAnsweredAgainInALockedThread() {
        threads.assistant.set((turn, reply) -> {
            reply.text("Bye.");
            reply.status(new ThreadStatus.Locked("Enough."));
        });
        ConversationId thread = threads.begin("one");

        refused(thread, threads.items(thread).getFirst().id(), ConversationError.THREAD_LOCKED);
    }

    @Test
    void whileTheAssistantAnswersNothingIsAnsweredAgain() {
        ConversationId thread = threads.begin("one");
        CountDownLatch mayEnd = new CountDownLatch(1);
        threads.assistant.set((turn, reply) -> {
            try {
                mayEnd.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        RunHandle running = PlainMessages.send(threads.startRun, threads.user, thread, Examples.saying("two"), null);

        refused(thread, threads.items(thread).getFirst().id(), RunError.RUN_IN_PROGRESS);

        mayEnd.countDown();
        threads.read(running);
    }

    @Test
    void nobodyElseCanRetry() {
        ConversationId thread = threads.begin("one");
        ItemId message = threads.items(thread).getFirst().id();

        assertThatThrownBy(() -> threads.retryMessage.retry(Examples.someone(), thread, message, RunOptions.DEFAULT))
                .is(failure(ConversationError.FORBIDDEN));
    }

    private RunHandle retry(ConversationId thread, String text) {
        ItemId message = threads.items(thread).stream()
                .filter(item -> item.text().equals(text))
                .findFirst()
                .orElseThrow()
                .id();
        return threads.retryMessage.retry(threads.user, thread, message, RunOptions.DEFAULT);
    }

    private void refused(ConversationId thread, ItemId message, ErrorCode refusal) {
        List<Item> items = threads.items(thread);
        Conversation conversation = threads.conversation(thread);

        assertThatThrownBy(() -> threads.retryMessage.retry(threads.user, thread, message, RunOptions.DEFAULT))
                .is(failure(refusal));

        assertThat(threads.items(thread)).isEqualTo(items);
        assertThat(threads.conversation(thread)).isEqualTo(conversation);
    }
}
