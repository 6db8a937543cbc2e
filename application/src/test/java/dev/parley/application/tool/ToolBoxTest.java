package dev.parley.application.tool;

import static dev.parley.application.testing.Examples.someone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.parley.application.shared.Secrets;
import dev.parley.application.shared.SystemFailure;
import dev.parley.application.testing.EchoTool;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.run.Requester;
import dev.parley.domain.shared.FieldError;
import dev.parley.domain.shared.InvalidRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ToolBoxTest {

    private static final ArgumentCheck ANYTHING = (definition, arguments) -> Optional.empty();
    private static final Duration LONG = Duration.ofSeconds(10);

    private final ToolContext context =
            new ToolContext(someone(), new ConversationId(UUID.randomUUID()), "en", Requester.UNKNOWN);

    private final List<String> measured = new CopyOnWriteArrayList<>();

    @Test
    void toolIsCalledWithItsArgumentsForTheUser() throws InterruptedException {
        assertThat(call(new EchoTool(), "{\"a\": 1}")).isEqualTo(ToolResult.of("{\"a\": 1} for " + context.user()));
    }

    @Test
    void unknownToolIsAnError() throws InterruptedException {
        assertThat(box(LONG, ANYTHING, new EchoTool()).call("shout", "{}", context))
                .isEqualTo(ToolResult.error("There is no tool named shout."));
    }

    @Test
    void refusedArgumentsDoNotReachTheTool() throws InterruptedException {
        List<String> calls = new ArrayList<>();
        Tool tool = tool("note", arguments -> {
            calls.add(arguments);
            return ToolResult.of("Noted");
        });

        ToolResult result = box(LONG, (definition, arguments) -> Optional.of("/a is missing"), tool)
                .call("note", "{}", context);

        assertThat(result).isEqualTo(ToolResult.error("/a is missing"));
        assertThat(calls).isEmpty();
    }

    @Test
    void brokenArgumentCheckIsAnError() throws InterruptedException {
        ArgumentCheck broken = (definition, arguments) -> {
            throw new IllegalStateException("secret");
        };

        assertThat(box(LONG, broken, new EchoTool()).call("echo", "{}", context))
                .isEqualTo(ToolResult.error("The tool failed."));
    }

    @Test
    void exceptionDoesNotLeak() throws InterruptedException {
        assertThat(call(failing(new IllegalStateException("secret")))).isEqualTo(ToolResult.error("The tool failed."));
    }

    @Test
    void errorOfTheMachineDoesNotEndTheAnswer() throws InterruptedException {
        assertThat(call(tool("deep", arguments -> {
                    throw new StackOverflowError();
                })))
                .isEqualTo(ToolResult.error("The tool failed."));
    }

    @Test
    void refusalIsToldToTheModel() throws InterruptedException {
        assertThat(call(failing(new InvalidRequest("title", FieldError.MUST_NOT_BE_BLANK))))
                .satisfies(result -> {
                    assertThat(result.isError()).isTrue();
                    assertThat(result.content()).contains("must not be blank");
                });
    }

    @Test
    void failedStepDoesNotLeak() throws InterruptedException {
        assertThat(call(failing(SystemFailure.unavailable("task.insert", new IllegalStateException("secret")))))
                .isEqualTo(ToolResult.error("The tool failed."));
    }

    @Test
    void toolThatTakesTooLongIsInterrupted() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);

        ToolResult result = box(Duration.ofMillis(50), ANYTHING, waiting(new CountDownLatch(1), interrupted))
                .call("wait", "{}", context);

        assertThat(result.isError()).isTrue();
        assertThat(result.content()).contains("took longer than", "it may have done its work");
        assertThat(interrupted.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void interruptOfTheCallerReachesTheTool() throws InterruptedException, ExecutionException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        ToolBox box = box(LONG, ANYTHING, waiting(begun, interrupted));
        FutureTask<Throwable> call = new FutureTask<>(() -> catchThrowable(() -> box.call("wait", "{}", context)));
        Thread caller = Thread.ofVirtual().start(call);
        begun.await();

        caller.interrupt();

        assertThat(call.get()).isInstanceOf(InterruptedException.class);
        assertThat(interrupted.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    @SuppressWarnings("NullAway") // Tools of one's own return what they like.
    void nullIsAFailureOfTheTool() throws InterruptedException {
        assertThat(call(tool("nothing", arguments -> null))).isEqualTo(ToolResult.error("The tool failed."));
    }

    @Test
    @SuppressWarnings("NullAway")
    void resultWithoutContentIsAFailureOfTheTool() throws InterruptedException {
        assertThat(call(tool("nothing", arguments -> new ToolResult(null, false))))
                .isEqualTo(ToolResult.error("The tool failed."));
    }

    @Test
    void toolMayAskForATimeOfItsOwn() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        Tool waiting = waiting(new CountDownLatch(1), interrupted);
        Tool impatient = new Tool() {

            @Override
            public ToolDefinition definition() {
                return waiting.definition();
            }

            @Override
            public Optional<Duration> timeout() {
                return Optional.of(Duration.ofMillis(50));
            }

            @Override
            public ToolResult call(String arguments, ToolContext context) {
                return waiting.call(arguments, context);
            }
        };

        ToolResult result = box(Duration.ofHours(1), ANYTHING, impatient).call("wait", "{}", context);

        assertThat(result.content()).contains("took longer than");
        assertThat(interrupted.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void sourceThatBreaksTakesNoOtherToolsWithIt() throws InterruptedException {
        ToolSource broken = () -> {
            throw new IllegalStateException("secret");
        };
        Tool undefined = new Tool() {

            @Override
            public ToolDefinition definition() {
                throw new IllegalStateException("secret");
            }

            @Override
            public ToolResult call(String arguments, ToolContext context) {
                return ToolResult.of("");
            }
        };
        ToolBox box = new ToolBox(
                List.of(broken, () -> List.of(undefined), () -> List.of(new EchoTool())),
                ANYTHING,
                LONG,
                Secrets.NONE,
                (name, outcome, time) -> {});

        assertThat(box.definitions()).extracting(ToolDefinition::name).containsExactly("echo");
        assertThat(box.call("echo", "{}", context).isError()).isFalse();
    }

    @Test
    void longResultIsCut() throws InterruptedException {
        String content = call(saying("x".repeat(ToolBox.MAXIMUM_RESULT + 1))).content();

        assertThat(content)
                .startsWith("x".repeat(ToolBox.MAXIMUM_RESULT))
                .endsWith("\n[cut off: the result has 65537 characters]");
    }

    @Test
    void resultOfTheGreatestLengthIsWhole() throws InterruptedException {
        String whole = "x".repeat(ToolBox.MAXIMUM_RESULT);

        assertThat(call(saying(whole)).content()).isEqualTo(whole);
    }

    @Test
    void cutHalvesNoCharacter() throws InterruptedException {
        String content =
                call(saying("x" + "🚢".repeat(ToolBox.MAXIMUM_RESULT / 2))).content();

        assertThat(content).contains("🚢\n[cut off");
        assertThat(content.codePoints()).noneMatch(point -> Character.getType(point) == Character.SURROGATE);
    }

    @Test
    void longErrorIsStillAnError() throws InterruptedException {
        Tool tool = tool("fail", arguments -> ToolResult.error("x".repeat(ToolBox.MAXIMUM_RESULT + 1)));

        assertThat(call(tool).isError()).isTrue();
    }

    @Test
    void whatCannotBeStoredIsReplaced() throws InterruptedException {
        assertThat(call(saying("a\0b\uD83Dc")).content()).isEqualTo("a\uFFFDb\uFFFDc");
    }

    @Test
    void refusalIsBoundedAndStorable() throws InterruptedException {
        ArgumentCheck talkative = (definition, arguments) -> Optional.of("\0" + "x".repeat(ToolBox.MAXIMUM_RESULT));

        assertThat(box(LONG, talkative, new EchoTool())
                        .call("echo", "{}", context)
                        .content())
                .startsWith("\uFFFDx")
                .contains("[cut off");
    }

    @Test
    void ofTwoToolsWithOneNameTheFirstCounts() throws InterruptedException {
        Tool first = tool("same", arguments -> ToolResult.of("first"));
        Tool second = tool("same", arguments -> ToolResult.of("second"));
        ToolBox box = new ToolBox(
                List.of(() -> List.of(first), () -> List.of(second)),
                ANYTHING,
                LONG,
                Secrets.NONE,
                (name, outcome, time) -> {});

        assertThat(box.definitions()).containsExactly(first.definition());
        assertThat(box.call("same", "{}", context)).isEqualTo(ToolResult.of("first"));
    }

    @Test
    void toolsComeAndGo() {
        List<Tool> tools = new ArrayList<>();
        ToolBox box = new ToolBox(List.of(() -> tools), ANYTHING, LONG, Secrets.NONE, (name, outcome, time) -> {});
        assertThat(box.definition("echo")).isEmpty();

        tools.add(new EchoTool());

        assertThat(box.definition("echo")).isPresent();
    }

    @Test
    void callsAreMeasuredByToolAndOutcome() throws InterruptedException {
        call(saying("done"));
        call(tool("fail", arguments -> ToolResult.error("no")));
        call(failing(new InvalidRequest("title", FieldError.MUST_NOT_BE_BLANK)));
        call(failing(new IllegalStateException("broken")));
        box(LONG, (definition, arguments) -> Optional.of("/a is missing"), saying("done"))
                .call("say", "{}", context);
        box(Duration.ofMillis(50), ANYTHING, waiting(new CountDownLatch(1), new CountDownLatch(1)))
                .call("wait", "{}", context);

        assertThat(measured)
                .containsExactly("say OK", "fail ERROR", "fail ERROR", "fail FAILED", "say REFUSED", "wait TIMED_OUT");
    }

    @Test
    void nameThatAModelHasMadeUpIsNotMeasured() throws InterruptedException {
        box(LONG, ANYTHING, new EchoTool()).call("made up", "{}", context);

        assertThat(measured).containsExactly("unknown REFUSED");
    }

    @Test
    void callWhoseCallerIsInterruptedIsMeasuredAsCancelled() throws InterruptedException, ExecutionException {
        CountDownLatch begun = new CountDownLatch(1);
        ToolBox box = box(LONG, ANYTHING, waiting(begun, new CountDownLatch(1)));
        FutureTask<Throwable> call = new FutureTask<>(() -> catchThrowable(() -> box.call("wait", "{}", context)));
        Thread caller = Thread.ofVirtual().start(call);
        begun.await();

        caller.interrupt();

        assertThat(call.get()).isInstanceOf(InterruptedException.class);
        assertThat(measured).containsExactly("wait CANCELLED");
    }

    private ToolResult call(Tool tool) throws InterruptedException {
        return call(tool, "{}");
    }

    private ToolResult call(Tool tool, String arguments) throws InterruptedException {
        return box(LONG, ANYTHING, tool).call(tool.definition().name(), arguments, context);
    }

    private ToolBox box(Duration timeout, ArgumentCheck check, Tool tool) {
        return new ToolBox(
                List.of(() -> List.of(tool)),
                check,
                timeout,
                Secrets.NONE,
                (name, outcome, time) -> measured.add(name + " " + outcome));
    }

    private static Tool saying(String content) {
        return tool("say", arguments -> ToolResult.of(content));
    }

    private static Tool failing(RuntimeException failure) {
        return tool("fail", arguments -> {
            throw failure;
        });
    }

    private static Tool waiting(CountDownLatch begun, CountDownLatch interrupted) {
        return tool("wait", arguments -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            return ToolResult.of("Stopped");
        });
    }

    private static Tool tool(String name, Function<String, ToolResult> work) {
        return new Tool() {

            @Override
            public ToolDefinition definition() {
                return new ToolDefinition(name, "", "{}", "Working…");
            }

            @Override
            public ToolResult call(String arguments, ToolContext context) {
                return work.apply(arguments);
            }
        };
    }
}
