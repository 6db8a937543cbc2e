package dev.parley.application.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.application.event.RunEvent;
import dev.parley.application.tool.RequestedCall;
import dev.parley.application.tool.ToolResult;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.ToolCall;
import dev.parley.domain.run.RunStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RunToolsTest {

    private final Stage stage = new Stage();

    @Test
    void aToolIsCalledForTheUserAndItsResultGoesBack() {
        AtomicReference<ToolResult> result = new AtomicReference<>();
        stage.assistant.set((turn, reply) -> {
            reply.text("Let me see.");
            result.set(reply.callTool(new RequestedCall("call_1", "echo", "{}")));
            reply.text("Done.");
        });

        List<RunEvent> events = stage.awaitEnd(stage.say("Hi"));

        assertThat(result.get()).isEqualTo(ToolResult.of("{} for " + stage.ada));
        assertThat(stage.items()).extracting(Item::text).containsExactly("Hi", "Let me see.", "", "Done.");
        assertThat(stage.items().get(2)).isInstanceOfSatisfying(ToolCall.class, call -> {
            assertThat(call.name()).isEqualTo("echo");
            assertThat(call.outcome()).isEqualTo(new ToolCall.Outcome("{} for " + stage.ada, false));
        });
        assertThat(events)
                .extracting(event -> event.getClass().getSimpleName())
                .containsSubsequence("ItemUpdated", "ItemDone", "Progress", "ItemAdded", "ItemUpdated", "ItemDone")
                .doesNotContain("Failed");
    }

    @Test
    void aCallIsCommittedBeforeItIsMade() {
        List<Item> seen = new ArrayList<>();
        stage.box.set((arguments, context) -> {
            seen.addAll(stage.items());
            return ToolResult.of("seen");
        });
        stage.assistant.set((turn, reply) -> reply.callTool(new RequestedCall("call_1", "box", "{}")));

        stage.awaitEnd(stage.say("Hi"));

        assertThat(seen)
                .last()
                .isInstanceOfSatisfying(
                        ToolCall.class, call -> assertThat(call.outcome()).isNull());
    }

    @Test
    void whatGoesWrongWithAToolIsToldToTheModelAndDoesNotEndTheAnswer() {
        stage.box.set((arguments, context) -> {
            throw new IllegalStateException("a secret of the tool");
        });
        List<ToolResult> results = new ArrayList<>();
        stage.assistant.set((turn, reply) -> {
            results.add(reply.callTool(new RequestedCall("call_1", "unknown", "{}")));
            results.add(reply.callTool(new RequestedCall("call_2", "echo", "")));
            results.add(reply.callTool(new RequestedCall("call_3", "box", "{}")));
            reply.text("Done.");
        });

        stage.awaitEnd(stage.say("Hi"));

        assertThat(results).allMatch(ToolResult::isError);
        assertThat(results)
                .extracting(ToolResult::content)
                .containsExactly("There is no tool named unknown.", "arguments must not be empty", "The tool failed.");
        assertThat(stage.items().getLast().text()).isEqualTo("Done.");
    }

    @Test
    void aStoppedRunInterruptsItsToolAndKeepsTheCall() throws InterruptedException {
        CountDownLatch called = new CountDownLatch(1);
        AtomicBoolean interrupted = new AtomicBoolean();
        stage.box.set((arguments, context) -> {
            called.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.set(true);
                Thread.currentThread().interrupt();
            }
            return ToolResult.of("too late");
        });
        stage.assistant.set((turn, reply) -> reply.callTool(new RequestedCall("call_1", "box", "{}")));
        RunHandle run = stage.say("Hi");
        called.await();

        stage.node.engine.drain(Duration.ZERO);

        await().untilTrue(interrupted);
        assertThat(stage.stored(run.run().id()).status()).isEqualTo(RunStatus.INTERRUPTED);
        assertThat(stage.items()).last().isInstanceOf(ToolCall.class);
    }
}
