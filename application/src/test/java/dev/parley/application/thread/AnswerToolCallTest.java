package dev.parley.application.thread;

import static dev.parley.application.testing.Examples.saying;
import static dev.parley.application.testing.Failures.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.assistant.Turn;
import dev.parley.application.assistant.TurnCause;
import dev.parley.application.event.RunEvent;
import dev.parley.application.run.OnActiveRun;
import dev.parley.application.run.RunHandle;
import dev.parley.application.testing.CountingIds;
import dev.parley.application.testing.Examples;
import dev.parley.application.testing.PlainMessages;
import dev.parley.application.testing.PortsUnderTest;
import dev.parley.application.testing.ThreadsUnderTest;
import dev.parley.application.tool.RequestedCall;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.item.AssistantMessage;
import dev.parley.domain.item.ClientToolCall;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.ItemError;
import dev.parley.domain.run.Requester;
import dev.parley.domain.run.RunOptions;
import dev.parley.domain.shared.InvalidRequest;
import dev.parley.domain.shared.Json;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AnswerToolCallTest {

    private static final Json RESULT = new Json("{ \"x\": 1}");
    private static final RunOptions SWISS = new RunOptions("de-CH", true, true, Requester.UNKNOWN);

    private final ThreadsUnderTest threads = new ThreadsUnderTest(PortsUnderTest.inMemory(), new CountingIds());

    @Test
    void theResultIsStoredAndTheAssistantGoesOn() {
        ConversationId thread = withPendingCall();
        AtomicReference<Turn> told = new AtomicReference<>();
        threads.assistant.set((turn, reply) -> {
            told.set(turn);
            reply.text("Painted.");
        });

        List<RunEvent> events = threads.read(threads.answerToolCall.answer(threads.user, thread, RESULT, SWISS));

        ClientToolCall call = (ClientToolCall) threads.items(thread).get(1);
        assertThat(call.output()).isEqualTo(RESULT);
        assertThat(threads.newest(thread).text()).isEqualTo("Painted.");
        assertThat(told.get().cause()).isEqualTo(new TurnCause.ToolReturned(call));
        assertThat(told.get().locale()).isEqualTo("de-CH");
        assertThat(told.get().message().text()).isEqualTo("Paint");
        assertThat(told.get().transcript()).hasSize(2).last().isEqualTo(call);
        assertThat(events.getFirst()).isEqualTo(new RunEvent.StreamOptions(true));
    }

    @Test
    void olderPendingCallsAreForgotten() {
        ConversationId thread = withPendingCall();
        threads.say(thread, "Paint something else");

        threads.assistant.set((turn, reply) -> {});
        threads.read(threads.answerToolCall.answer(threads.user, thread, Json.NULL, SWISS));

        assertThat(threads.items(thread))
                .filteredOn(ClientToolCall.class::isInstance)
                .singleElement()
                .extracting(item -> ((ClientToolCall) item).output())
                .isEqualTo(Json.NULL);
    }

    @Test
    void hiddenItemsBehindTheCallDoNotMatter() {
        ConversationId thread = threads.begin("Hi");
        threads.assistant.set((turn, reply) -> {
            reply.callTool(new RequestedCall("call_1", "echo", "{}"));
            reply.callClientTool(new RequestedCall("call_2", "paint", "{}"));
        });
        threads.say(thread, "Paint");

        threads.assistant.set((turn, reply) -> {});
        threads.read(threads.answerToolCall.answer(threads.user, thread, RESULT, SWISS));

        assertThat(threads.items(thread)).noneMatch(AnswerToolCallTest::isPending);
    }

    @Test
    void aMessageThatWaitedBehindTheCallAndWasGivenUpDoesNotMatter() {
        CountDownLatch mayCall = new CountDownLatch(1);
        threads.assistant.set((turn, reply) -> {
            await(mayCall);
            reply.callClientTool(new RequestedCall("call_1", "paint", "{}"));
        });
        RunHandle first = PlainMessages.begin(threads.startThread, threads.user, saying("Paint"), SWISS);
        ConversationId thread = first.run().conversation();
        giveUp(thread, "Faster");
        giveUp(thread, "Much faster");
        mayCall.countDown();
        threads.read(first);
        AtomicReference<Turn> told = new AtomicReference<>();
        threads.assistant.set((turn, reply) -> {
            told.set(turn);
            reply.text("Painted.");
        });

        threads.read(threads.answerToolCall.answer(threads.user, thread, RESULT, SWISS));

        assertThat(threads.items(thread))
                .extracting(Item::text)
                .containsExactly("Paint", "", "Faster", "Much faster", "Painted.");
        assertThat(told.get().message().text()).isEqualTo("Paint");
        assertThat(told.get().transcript()).hasSize(2);
        refused(thread);
    }

    @Test
    void aResultThatNothingWaitsForIsRefusedAndChangesNothing() {
        ConversationId spoken = threads.begin("Hi");
        refused(spoken);

        ConversationId answered = withPendingCall();
        threads.assistant.set((turn, reply) -> {});
        threads.read(threads.answerToolCall.answer(threads.user, answered, RESULT, SWISS));
        refused(answered);

        ConversationId overtaken = withPendingCall();
        threads.assistant.set((turn, reply) -> reply.text("Never mind."));
        threads.say(overtaken, "Forget it");
        refused(overtaken);
    }

    @Test
    void aResultThatIsTooLongIsRefused() {
        ConversationId thread = withPendingCall();
        Json tooLong = new Json('"' + "x".repeat(256 * 1024) + '"');

        assertThatThrownBy(() -> threads.answerToolCall.answer(threads.user, thread, tooLong, SWISS))
                .isInstanceOf(InvalidRequest.class);
    }

    @Test
    void nobodyElseCanAnswer() {
        ConversationId thread = withPendingCall();

        assertThatThrownBy(() -> threads.answerToolCall.answer(Examples.someone(), thread, RESULT, SWISS))
                .is(failure(ConversationError.FORBIDDEN));
    }

    @Test
    void theCallEndsTheAnswer() {
        threads.assistant.set((turn, reply) -> {
            reply.text("Look: ");
            reply.callClientTool(new RequestedCall("call_1", "paint", "{}"));
            reply.text("and more");
        });

        ConversationId thread = threads.begin("Paint");

        assertThat(threads.items(thread)).hasSize(3).last().matches(AnswerToolCallTest::isPending);
        assertThat(threads.items(thread).get(1)).isInstanceOf(AssistantMessage.class);
    }

    private void refused(ConversationId thread) {
        List<Item> items = threads.items(thread);
        Conversation conversation = threads.conversation(thread);

        assertThatThrownBy(() -> threads.answerToolCall.answer(threads.user, thread, RESULT, SWISS))
                .is(failure(ItemError.NO_PENDING_TOOL_CALL));

        assertThat(threads.items(thread)).isEqualTo(items);
        assertThat(threads.conversation(thread)).isEqualTo(conversation);
    }

    private ConversationId withPendingCall() {
        threads.assistant.set((turn, reply) -> reply.callClientTool(new RequestedCall("call_1", "paint", "{\"a\":1}")));
        return threads.begin("Paint");
    }

    private void giveUp(ConversationId thread, String text) {
        RunHandle waiting =
                PlainMessages.send(threads.startRun, threads.user, thread, saying(text), OnActiveRun.ENQUEUE);
        threads.cancelRun.cancel(threads.user, thread, waiting.run().id());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isPending(Item item) {
        return item instanceof ClientToolCall call && call.isPending();
    }
}
