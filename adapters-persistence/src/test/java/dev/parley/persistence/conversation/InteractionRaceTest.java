package dev.parley.persistence.conversation;

import static dev.parley.application.testing.Examples.saying;
import static dev.parley.application.testing.Failures.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.event.RunEvent;
import dev.parley.application.run.RunHandle;
import dev.parley.application.testing.CountingIds;
import dev.parley.application.testing.PlainMessages;
import dev.parley.application.testing.ThreadsUnderTest;
import dev.parley.application.tool.RequestedCall;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.feedback.Feedback;
import dev.parley.domain.feedback.Rating;
import dev.parley.domain.item.ClientToolCall;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.ItemError;
import dev.parley.domain.item.ItemId;
import dev.parley.domain.item.Question;
import dev.parley.domain.item.Question.Answer;
import dev.parley.domain.item.StructuredInput;
import dev.parley.domain.run.RunError;
import dev.parley.domain.run.RunOptions;
import dev.parley.domain.shared.Json;
import dev.parley.persistence.testing.JdbcPorts;
import dev.parley.persistence.testing.Race;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class InteractionRaceTest {

    private static final int TABS = 8;

    private final ThreadsUnderTest threads = new ThreadsUnderTest(JdbcPorts.onEmptyStore(), new CountingIds());
    private final Queue<RunHandle> won = new ConcurrentLinkedQueue<>();

    @RepeatedTest(5)
    void ofManyTabsThatAnswerOneQuestionOneWinsAndTheOthersAreTold() {
        threads.assistant.set((turn, reply) -> reply.ask(List.of(new Question.Freeform("why", "Why?", null, null))));
        ConversationId thread = threads.begin("Ask me");
        ItemId question = threads.newest(thread).id();
        threads.assistant.set((turn, reply) -> reply.text("Thanks."));

        List<Throwable> lost = race(() -> threads.answerQuestions.answer(
                threads.user,
                thread,
                question,
                Map.of("why", new Answer(List.of(Thread.currentThread().toString()), false)),
                RunOptions.DEFAULT));

        assertThat(lost).hasSize(TABS - 1).are(failure(ItemError.NOT_PENDING, RunError.RUN_IN_PROGRESS));
        List<RunEvent> events = threads.read(Objects.requireNonNull(won.poll()));
        assertThat(threads.items(thread)).extracting(Item::text).containsExactly("Ask me", "", "Thanks.");
        assertThat(events).contains(new RunEvent.ItemReplaced((StructuredInput)
                threads.items(thread).get(1)));
    }

    @RepeatedTest(5)
    void ofManyResultsOfOneCallOneIsStored() {
        threads.assistant.set((turn, reply) -> reply.callClientTool(new RequestedCall("call", "paint", "{}")));
        ConversationId thread = threads.begin("Paint");
        threads.assistant.set((turn, reply) -> reply.text("Thanks."));

        List<Throwable> lost =
                race(() -> threads.answerToolCall.answer(threads.user, thread, Json.EMPTY_OBJECT, RunOptions.DEFAULT));

        assertThat(lost).hasSize(TABS - 1).are(failure(ItemError.NO_PENDING_TOOL_CALL, RunError.RUN_IN_PROGRESS));
        threads.read(Objects.requireNonNull(won.poll()));
        assertThat(threads.items(thread))
                .hasSize(3)
                .element(1)
                .isInstanceOfSatisfying(
                        ClientToolCall.class,
                        call -> assertThat(call.isPending()).isFalse());
    }

    @RepeatedTest(5)
    void aRetryAndAMessageAtOnceLeaveOneOfThemAndNothingInBetween() {
        ConversationId thread = threads.begin("one");
        ItemId message = threads.items(thread).getFirst().id();
        threads.assistant.set((turn, reply) -> reply.text("two"));

        List<Throwable> failures = Race.failuresOf(List.of(
                () -> won.add(threads.retryMessage.retry(threads.user, thread, message, RunOptions.DEFAULT)),
                () -> won.add(PlainMessages.send(threads.startRun, threads.user, thread, saying("more"), null))));

        assertThat(failures).are(failure(RunError.RUN_IN_PROGRESS)).hasSizeLessThan(2);
        won.forEach(threads::read);
        assertThat(threads.items(thread))
                .extracting(Item::text)
                .isIn(
                        List.of("one", "two"),
                        List.of("one", "Hello.", "more", "two"),
                        List.of("one", "two", "more", "two"));
        assertThat(threads.conversation(thread).messageCount())
                .isEqualTo(threads.items(thread).size());
    }

    @RepeatedTest(5)
    void messagesAtOnceAreAnsweredOrToldThatTheAssistantAnswers() {
        ConversationId thread = threads.begin("one");

        List<Throwable> lost =
                race(() -> PlainMessages.send(threads.startRun, threads.user, thread, saying("more"), null));

        assertThat(lost).are(failure(RunError.RUN_IN_PROGRESS));
        won.forEach(threads::read);
        assertThat(threads.items(thread)).hasSize(2 + 2 * won.size());
    }

    @RepeatedTest(5)
    void ratingsAtOnceLeaveOne() {
        ConversationId thread = threads.begin("Hi");
        ItemId answer = threads.newest(thread).id();

        List<Throwable> failures = Race.failuresOf(
                TABS, () -> threads.rateItems.rate(threads.user, thread, Set.of(answer), Rating.POSITIVE));

        assertThat(failures).isEmpty();
        assertThat(threads.rateItems.of(threads.user, thread))
                .extracting(Feedback::rating)
                .containsExactly(Rating.POSITIVE);
    }

    private List<Throwable> race(Supplier<RunHandle> deed) {
        return Race.failuresOf(TABS, () -> won.add(deed.get()));
    }
}
