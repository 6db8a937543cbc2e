package dev.parley.application.thread;

import static dev.parley.application.testing.Failures.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.assistant.TurnCause;
import dev.parley.application.event.RunEvent;
import dev.parley.application.testing.CountingIds;
import dev.parley.application.testing.PortsUnderTest;
import dev.parley.application.testing.ThreadsUnderTest;
import dev.parley.application.tool.RequestedCall;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.ItemError;
import dev.parley.domain.item.ItemId;
import dev.parley.domain.item.Question;
import dev.parley.domain.item.Question.Answer;
import dev.parley.domain.item.StructuredInput;
import dev.parley.domain.item.ToolCall;
import dev.parley.domain.run.RunOptions;
import dev.parley.domain.shared.InvalidRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AnswerQuestionsTest {

    private static final List<Question> QUESTIONS = List.of(
            new Question.MultipleChoice("one", "Which one?", List.of("a", "b"), false, null),
            new Question.MultipleChoice("many", "Which ones?", List.of("a", "b"), true, null),
            new Question.Freeform("why", "Why?", null, null));

    private final ThreadsUnderTest threads = new ThreadsUnderTest(PortsUnderTest.inMemory(), new CountingIds());
    private final AtomicReference<TurnCause> cause = new AtomicReference<>(TurnCause.MESSAGE_SENT);

    @Test
    void answersAreStoredAndToldFirst() {
        ConversationId thread = asked();

        List<RunEvent> events =
                answer(thread, Map.of("one", values("a"), "many", values("a", "b"), "why", values("Because.")));

        StructuredInput stored = input(thread);
        assertThat(stored.status()).isEqualTo(StructuredInput.Status.ANSWERED);
        assertThat(answers(stored)).containsExactly(values("a"), values("a", "b"), values("Because."));
        assertThat(events.subList(0, 2))
                .containsExactly(new RunEvent.StreamOptions(false), new RunEvent.ItemReplaced(stored));
        assertThat(cause).hasValue(new TurnCause.Answered(stored));
        assertThat(threads.newest(thread).text()).isEqualTo("Thanks.");
    }

    @Test
    void aSingleChoiceKeepsTheFirstValueWhateverTheOptions() {
        ConversationId thread = asked();

        answer(thread, Map.of("one", values("mine", "b"), "many", values("own", "b")));

        assertThat(answers(input(thread))).startsWith(values("mine"), values("own", "b"));
    }

    @Test
    void whatIsNotAnsweredIsSkippedAndWhatWasNotAskedIgnored() {
        ConversationId thread = asked();

        answer(thread, Map.of("many", values(), "why", new Answer(List.of("x"), true), "what", values("x")));

        assertThat(answers(input(thread))).containsExactly(Answer.SKIPPED, Answer.SKIPPED, Answer.SKIPPED);
    }

    @Test
    void allCanBeSkipped() {
        ConversationId thread = asked();

        threads.read(
                threads.answerQuestions.skip(threads.user, thread, input(thread).id(), RunOptions.DEFAULT));

        assertThat(input(thread).status()).isEqualTo(StructuredInput.Status.SKIPPED);
        assertThat(answers(input(thread))).containsOnly(Answer.SKIPPED);
    }

    @Test
    void theyAreAnsweredOnce() {
        ConversationId thread = asked();
        answer(thread, Map.of("why", values("Because.")));
        List<Item> items = threads.items(thread);

        assertThatThrownBy(() -> answer(thread, Map.of("why", values("Otherwise."))))
                .is(failure(ItemError.NOT_PENDING));
        assertThatThrownBy(() -> threads.answerQuestions.skip(
                        threads.user, thread, input(thread).id(), RunOptions.DEFAULT))
                .is(failure(ItemError.NOT_PENDING));

        assertThat(threads.items(thread)).isEqualTo(items);
    }

    @Test
    void theAnswersAreTheResultOfTheToolThatAsked() {
        threads.assistant.set(
                (turn, reply) -> reply.ask(new RequestedCall("call_1", "ask", "{}"), QUESTIONS.subList(2, 3)));
        ConversationId thread = threads.begin("Ask me");
        thanking();

        answer(thread, Map.of("why", values("Because.")));

        assertThat(threads.items(thread).get(1))
                .asInstanceOf(InstanceOfAssertFactories.type(ToolCall.class))
                .extracting(ToolCall::outcome)
                .isEqualTo(new ToolCall.Outcome("{\"why\":[\"Because.\"]}", false));
    }

    @Test
    void whatIsNoQuestionIsNotFound() {
        ConversationId thread = asked();
        ItemId message = threads.items(thread).getFirst().id();

        for (ItemId id : List.of(message, ItemId.ofMessage("unknown"))) {
            assertThatThrownBy(() ->
                            threads.answerQuestions.answer(threads.user, thread, id, Map.of(), RunOptions.DEFAULT))
                    .is(failure(ConversationError.ITEM_NOT_FOUND));
        }
        assertThat(input(thread).isPending()).isTrue();
    }

    @Test
    void answersAreNoLongerThanMessagesAndStorable() {
        ConversationId thread = asked();

        assertThatThrownBy(() -> answer(thread, Map.of("why", values("x".repeat(501)))))
                .is(failure(ConversationError.ANSWER_TOO_LONG))
                .hasMessageContaining("one to \"Why?\" has 501");
        assertThatThrownBy(() -> answer(thread, Map.of("why", values("\0")))).isInstanceOf(InvalidRequest.class);
        assertThat(input(thread).isPending()).isTrue();
    }

    private ConversationId asked() {
        threads.assistant.set((turn, reply) -> reply.ask(QUESTIONS));
        ConversationId thread = threads.begin("Ask me");
        thanking();
        return thread;
    }

    private void thanking() {
        threads.assistant.set((turn, reply) -> {
            cause.set(turn.cause());
            reply.text("Thanks.");
        });
    }

    private List<RunEvent> answer(ConversationId thread, Map<String, Answer> answers) {
        return threads.read(threads.answerQuestions.answer(
                threads.user, thread, input(thread).id(), answers, RunOptions.DEFAULT));
    }

    private StructuredInput input(ConversationId thread) {
        return threads.items(thread).stream()
                .filter(StructuredInput.class::isInstance)
                .map(StructuredInput.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static List<Answer> answers(StructuredInput input) {
        return input.questions().stream()
                .map(question -> Objects.requireNonNull(question.answer()))
                .toList();
    }

    private static Answer values(String... values) {
        return new Answer(List.of(values), false);
    }
}
