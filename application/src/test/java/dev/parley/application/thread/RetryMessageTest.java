package dev.parley.application.thread;

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
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.ItemNotFound;
import dev.parley.domain.conversation.NotAUserMessage;
import dev.parley.domain.conversation.NotYourSession;
import dev.parley.domain.conversation.ThreadNotOpen;
import dev.parley.domain.conversation.ThreadStatus;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.ItemId;
import dev.parley.domain.run.RunInProgress;
import dev.parley.domain.run.RunOptions;
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
        assertThat(told.get().cause()).isEqualTo(TurnCause.SPOKEN);
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

        refused(thread, threads.newest(thread).id(), NotAUserMessage.class);
        refused(thread, threads.items(other).getFirst().id(), ItemNotFound.class);
        refused(thread, ItemId.ofMessage("unknown"), ItemNotFound.class);
    }

    @Test
    void nothingIsAnsweredAgainInALockedThread() {
        threads.assistant.set((turn, reply) -> {
            reply.text("Bye.");
            reply.status(new ThreadStatus.Locked("Enough."));
        });
        ConversationId thread = threads.begin("one");

        refused(thread, threads.items(thread).getFirst().id(), ThreadNotOpen.class);
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

        refused(thread, threads.items(thread).getFirst().id(), RunInProgress.class);

        mayEnd.countDown();
        threads.read(running);
    }

    @Test
    void nobodyElseCanRetry() {
        ConversationId thread = threads.begin("one");
        ItemId message = threads.items(thread).getFirst().id();

        assertThatThrownBy(() -> threads.retryMessage.retry(Examples.someone(), thread, message, RunOptions.DEFAULT))
                .isInstanceOf(NotYourSession.class);
    }

    private RunHandle retry(ConversationId thread, String text) {
        ItemId message = threads.items(thread).stream()
                .filter(item -> item.text().equals(text))
                .findFirst()
                .orElseThrow()
                .id();
        return threads.retryMessage.retry(threads.user, thread, message, RunOptions.DEFAULT);
    }

    private void refused(ConversationId thread, ItemId message, Class<? extends Exception> refusal) {
        List<Item> items = threads.items(thread);
        Conversation conversation = threads.conversation(thread);

        assertThatThrownBy(() -> threads.retryMessage.retry(threads.user, thread, message, RunOptions.DEFAULT))
                .isInstanceOf(refusal);

        assertThat(threads.items(thread)).isEqualTo(items);
        assertThat(threads.conversation(thread)).isEqualTo(conversation);
    }
}
