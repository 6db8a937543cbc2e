package dev.parley.application.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.assistant.Assistant;
import dev.parley.application.assistant.Turn;
import dev.parley.application.shared.IdGenerator;
import dev.parley.application.testing.CountingIds;
import dev.parley.application.testing.Examples;
import dev.parley.application.testing.PlainMessages;
import dev.parley.application.testing.PortsUnderTest;
import dev.parley.application.testing.UseCases;
import dev.parley.application.thread.RetryMessage;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.UserInput;
import dev.parley.domain.item.InferenceOptions;
import dev.parley.domain.item.InputText;
import dev.parley.domain.item.UserMessage;
import dev.parley.domain.run.Run;
import dev.parley.domain.run.RunOptions;
import dev.parley.domain.shared.InvalidRequest;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** A node that no longer offers the model that an earlier message picked. */
class WithdrawnModelTest {

    private static final UserInput PICKING =
            new UserInput(List.of(new InputText("Hi")), new InferenceOptions("small", "echo"));

    private final PortsUnderTest ports = PortsUnderTest.inMemory();
    private final IdGenerator ids = new CountingIds();
    private final AccountId ada = Examples.someone();
    private final Queue<Turn> turns = new ConcurrentLinkedQueue<>();

    private final UseCases before = node(UseCases.runPolicy("before", Duration.ofMinutes(1)));
    private final UseCases after = node(withoutModels(UseCases.runPolicy("after", Duration.ofMinutes(1))));

    @Test
    void theUsualModelGoesOnFromTheMessage() {
        RunHandle first = PlainMessages.begin(before.get(StartThread.class), ada, PICKING, RunOptions.DEFAULT);
        Stage.read(first.events());
        Run run = first.run();
        UserMessage message = ports.unitOfWork()
                .read(() -> ports.conversations().latestUserMessage(run.conversation()))
                .orElseThrow();

        Stage.read(after.get(RetryMessage.class)
                .retry(ada, run.conversation(), message.id(), RunOptions.DEFAULT)
                .events());

        assertThat(turns)
                .extracting(turn -> turn.message().options())
                .containsExactly(new InferenceOptions("small", "echo"), new InferenceOptions(null, "echo"));
    }

    @Test
    void aNewMessageThatPicksItIsRefused() {
        assertThatThrownBy(() -> PlainMessages.begin(after.get(StartThread.class), ada, PICKING, RunOptions.DEFAULT))
                .isInstanceOf(InvalidRequest.class)
                .hasFieldOrPropertyWithValue("field", "inference_options.model");
    }

    private UseCases node(RunPolicy policy) {
        return UseCases.over(ports)
                .with(IdGenerator.class, ids)
                .with(RunPolicy.class, policy)
                .with(Assistant.class, (turn, reply) -> turns.add(turn));
    }

    private static RunPolicy withoutModels(RunPolicy policy) {
        return new RunPolicy(
                policy.limits(),
                policy.transcriptItems(),
                Set.of(),
                policy.onActiveRun(),
                policy.node(),
                policy.lease(),
                policy.logRetention());
    }
}
