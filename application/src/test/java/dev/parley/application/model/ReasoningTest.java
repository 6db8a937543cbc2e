package dev.parley.application.model;

import static dev.parley.domain.item.WorkflowTask.StatusIndicator.COMPLETE;
import static dev.parley.domain.item.WorkflowTask.StatusIndicator.LOADING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.event.ItemUpdate;
import dev.parley.application.event.RunEvent;
import dev.parley.application.shared.Secrets;
import dev.parley.application.shared.SystemFailure;
import dev.parley.application.testing.CountingIds;
import dev.parley.application.testing.EchoTool;
import dev.parley.application.testing.PortsUnderTest;
import dev.parley.application.testing.ThreadsUnderTest;
import dev.parley.application.tool.RequestedCall;
import dev.parley.application.tool.ToolBox;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.item.AssistantMessage;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.ToolCall;
import dev.parley.domain.item.UserMessage;
import dev.parley.domain.item.Workflow;
import dev.parley.domain.item.WorkflowItem;
import dev.parley.domain.item.WorkflowTask;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReasoningTest {

    private static final RequestedCall ECHO = new RequestedCall("call_1", "echo", "{\"n\":1}");

    private final ThreadsUnderTest threads = new ThreadsUnderTest(PortsUnderTest.inMemory(), new CountingIds());
    private final ScriptedModel model = new ScriptedModel();

    @BeforeEach
    void showReasoning() {
        ModelAssistant assistant = new ModelAssistant(
                model,
                new ToolBox(
                        List.of(() -> List.of(new EchoTool())),
                        (definition, arguments) -> Optional.empty(),
                        Duration.ofSeconds(10),
                        Secrets.NONE,
                        (name, outcome, time) -> {}),
                new HandoffTools(List.of(), (definition, arguments) -> Optional.empty()),
                new UploadedFiles().reader(),
                threads.clock,
                new ModelPolicy("", 2, 100, true));
        threads.assistant.set(assistant);
    }

    @Test
    void aThoughtIsShownWhileItGrowsAndHasLastedWhenTheFirstWordComes() {
        String more = "x".repeat(100);
        model.then("Hello.").then(speech -> {
            speech.thought("Hm");
            threads.clock.advance(Duration.ofMillis(2900));
            speech.thought(more);
            speech.thought(".");
            speech.text("Hello.");
            threads.clock.advance(Duration.ofSeconds(5));
        });

        ConversationId thread = threads.begin("Hi");

        assertThat(threads.say(thread, "And?").stream()
                        .filter(event -> event instanceof RunEvent.ItemUpdated)
                        .map(event -> ((RunEvent.ItemUpdated) event).update())
                        .filter(update -> !(update instanceof ItemUpdate.TextDelta)))
                .startsWith(
                        new ItemUpdate.WorkflowTaskAdded(0, thought(LOADING, "Hm")),
                        new ItemUpdate.WorkflowTaskUpdated(0, thought(LOADING, "Hm" + more)),
                        new ItemUpdate.WorkflowTaskUpdated(0, thought(COMPLETE, "Hm" + more + ".")));
        assertThat(threads.items(thread).get(3))
                .isInstanceOfSatisfying(
                        WorkflowItem.class,
                        item -> assertThat(item.workflow()).isEqualTo(reasoning("Hm" + more + ".", 2)));
    }

    @Test
    void aModelThatThinksCallsAToolAndThinksAgainHasTwoThoughts() {
        model.then(
                        speech -> {
                            speech.thought("I need the tool.");
                            threads.clock.advance(Duration.ofSeconds(1));
                        },
                        ECHO)
                .then(speech -> {
                    speech.thought("Now I know.");
                    speech.text("Done.");
                });

        ConversationId thread = threads.begin("Hi");

        assertThat(threads.items(thread))
                .extracting(Object::getClass)
                .containsExactly(
                        UserMessage.class,
                        WorkflowItem.class,
                        ToolCall.class,
                        WorkflowItem.class,
                        AssistantMessage.class);
        assertThat(threads.items(thread).get(1))
                .isInstanceOfSatisfying(
                        WorkflowItem.class,
                        item -> assertThat(item.workflow()).isEqualTo(reasoning("I need the tool.", 1)));
        assertThat(threads.newest(thread).text()).isEqualTo("Done.");
    }

    @Test
    void aThoughtWithoutAWordBehindItIsDoneWithTheTurn() {
        model.then(speech -> speech.thought("Hm"));

        assertThat(threads.newest(threads.begin("Hi")))
                .isInstanceOfSatisfying(
                        WorkflowItem.class, item -> assertThat(item.workflow()).isEqualTo(reasoning("Hm", 0)));
    }

    @Test
    void noThoughtIsToldToTheModelAgain() {
        model.then(speech -> {
                    speech.thought("secret plan");
                    speech.text("Hello.");
                })
                .then("Again.");

        threads.say(threads.begin("Hi"), "And?");

        assertThat(model.prompts().getLast().messages())
                .containsExactly(
                        new Prompt.FromUser("Hi"),
                        new Prompt.FromAssistant("Hello.", List.of()),
                        new Prompt.FromUser("And?"));
    }

    @Test
    void aModelThatFailsWhileItThinksLeavesNoThought() {
        model.then("Hello.").then(speech -> {
            speech.thought("Hm");
            throw SystemFailure.upstream("assistant", new IllegalStateException("broken"));
        });
        ConversationId thread = threads.begin("Hi");

        List<RunEvent> events = threads.say(thread, "And?");

        assertThat(events).hasAtLeastOneElementOfType(RunEvent.ItemRemoved.class);
        assertThat(threads.newest(thread)).isInstanceOf(UserMessage.class);
    }

    @Test
    void aLongThoughtIsToldInNoMoreThanSevenTimesItsLength() {
        model.then("Hello.").then(speech -> {
            for (int i = 0; i < 100_000; i++) {
                speech.thought("x");
            }
        });
        ConversationId thread = threads.begin("Hi");

        long told = threads.say(thread, "Think").stream()
                .mapToLong(event -> event.toString().length())
                .sum();

        assertThat(told).isBetween(200_000L, 700_000L);
    }

    @Test
    void whatIsThoughtBeyondTheMostIsNotShownAndTheAnswerGoesOn() {
        String half = "x".repeat(Thinking.MAXIMUM_LENGTH / 2);
        model.then(
                        speech -> {
                            speech.thought(half);
                            speech.thought("y");
                        },
                        ECHO)
                .then(speech -> {
                    speech.thought(half);
                    speech.thought("z");
                    speech.text("Done.");
                    speech.thought("more");
                });

        ConversationId thread = threads.begin("Hi");

        assertThat(threads.items(thread).stream()
                        .filter(WorkflowItem.class::isInstance)
                        .map(ReasoningTest::thought))
                .containsExactly(half + "y", half.substring(1));
        assertThat(threads.newest(thread).text()).isEqualTo("Done.");
    }

    private static WorkflowTask thought(WorkflowTask.StatusIndicator status, String content) {
        return new WorkflowTask.Thought(status, null, content);
    }

    private static String thought(Item item) {
        return ((WorkflowTask.Thought) ((WorkflowItem) item).workflow().tasks().getFirst()).content();
    }

    private static Workflow reasoning(String thought, long seconds) {
        return new Workflow(
                Workflow.Kind.REASONING, List.of(thought(COMPLETE, thought)), new Workflow.Lasted(seconds), false);
    }
}
