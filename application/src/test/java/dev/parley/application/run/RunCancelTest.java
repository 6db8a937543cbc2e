package dev.parley.application.run;

import static dev.parley.application.testing.Examples.someone;
import static dev.parley.application.testing.Failures.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.event.RunEvent;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.Note;
import dev.parley.domain.run.RunError;
import dev.parley.domain.run.RunId;
import dev.parley.domain.run.RunStatus;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RunCancelTest {

    private final Stage stage = new Stage();

    @Test
    void whatWasSaidIsKeptAndTheAssistantIsToldTheNextTime() {
        RunHandle run = speaking();

        cancel(stage.node, run.run().id());

        assertThat(stage.awaitEnd(run)).noneMatch(RunEvent.Failed.class::isInstance);
        assertThat(stage.said()).containsExactly("Hi", "Half of");
        assertThat(stage.items()).last().isInstanceOf(Note.class);
        assertThat(stage.statusOf(run.run().id())).isEqualTo(RunStatus.CANCELLED);
    }

    @Test
    void anAnswerWithoutWordsLeavesNoMessage() {
        stage.assistant.set((turn, reply) -> Stage.waitForever());
        RunHandle run = stage.say("Hi");

        cancel(stage.node, run.run().id());
        stage.awaitEnd(run);

        assertThat(stage.said()).containsExactly("Hi");
    }

    @Test
    void anyNodeCanStopARun() {
        RunHandle run = speaking();

        cancel(stage.another(), run.run().id());
        assertThat(stage.statusOf(run.run().id())).isEqualTo(RunStatus.RUNNING);
        stage.node.cancelRun.stopRequested();
        stage.awaitEnd(run);

        assertThat(stage.statusOf(run.run().id())).isEqualTo(RunStatus.CANCELLED);
    }

    @Test
    void whatHasEndedStaysAsItIs() {
        RunHandle run = stage.say("Hi");
        stage.awaitEnd(run);
        List<Item> before = stage.items();

        cancel(stage.node, run.run().id());
        cancel(stage.node, run.run().id());

        assertThat(stage.statusOf(run.run().id())).isEqualTo(RunStatus.COMPLETED);
        assertThat(stage.items()).isEqualTo(before);
    }

    @Test
    void nobodyElseCanStopIt() {
        RunHandle run = speaking();

        assertThatThrownBy(() -> stage.node.cancelRun.cancel(
                        someone(), stage.conversation.id(), run.run().id()))
                .is(failure(ConversationError.FORBIDDEN));
        assertThatThrownBy(() -> cancel(stage.node, new RunId(UUID.randomUUID())))
                .is(failure(RunError.RUN_NOT_FOUND));
        assertThat(stage.statusOf(run.run().id())).isEqualTo(RunStatus.RUNNING);
        cancel(stage.node, run.run().id());
        stage.awaitEnd(run);
    }

    private void cancel(NodeUnderTest node, RunId run) {
        node.cancelRun.cancel(stage.ada, stage.conversation.id(), run);
    }

    private RunHandle speaking() {
        stage.assistant.set((turn, reply) -> {
            reply.text("Half of");
            Stage.waitForever();
        });
        RunHandle run = stage.say("Hi");
        Stage.atLeast(6, run.events());
        return run;
    }
}
