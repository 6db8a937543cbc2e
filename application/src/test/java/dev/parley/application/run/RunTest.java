package dev.parley.application.run;

import static dev.parley.application.testing.Examples.saying;
import static dev.parley.application.testing.Examples.someone;
import static dev.parley.application.testing.Failures.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.assistant.Turn;
import dev.parley.application.event.ItemUpdate;
import dev.parley.application.event.RunEvent;
import dev.parley.application.testing.PlainMessages;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.item.Item;
import dev.parley.domain.run.RunStatus;
import dev.parley.domain.shared.InvalidRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RunTest {

    private final Stage stage = new Stage();

    @Test
    void messageAndAnswerAreStoredAndTheRunIsCompleted() {
        RunHandle run = stage.say("Hi");

        stage.awaitEnd(run);

        assertThat(stage.items()).extracting(Item::text).containsExactly("Hi", "Hello, you.");
        assertThat(stage.items()).extracting(Item::sequence).containsExactly(1L, 2L);
        assertThat(stage.stored(run.run().id()).status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(stage.errorReporter.failures()).isEmpty();
    }

    @Test
    void eventsComeInTheProtocolsOrder() {
        List<RunEvent> events = stage.awaitEnd(stage.say("Hi"));

        assertThat(events)
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly(
                        "ItemDone",
                        "StreamOptions",
                        "ThreadUpdated",
                        "ItemAdded",
                        "ItemUpdated",
                        "ItemUpdated",
                        "ItemUpdated",
                        "ItemUpdated",
                        "ItemDone");
    }

    @Test
    void theMessageIsCommittedBeforeTheAssistantIsAsked() {
        List<Item> seen = new ArrayList<>();
        stage.assistant.set((turn, reply) -> seen.addAll(stage.items()));

        stage.awaitEnd(stage.say("Hi"));

        assertThat(seen).extracting(Item::text).containsExactly("Hi");
    }

    @Test
    void theAssistantIsToldWhatWasSaidBeforeAndTheNewMessage() {
        stage.awaitEnd(stage.say("Hi"));
        AtomicReference<Turn> told = new AtomicReference<>();
        stage.assistant.set((turn, reply) -> told.set(turn));

        stage.awaitEnd(stage.say("And now?"));

        assertThat(told.get().transcript()).extracting(Item::text).containsExactly("Hi", "Hello, you.");
        assertThat(told.get().message().text()).isEqualTo("And now?");
    }

    @Test
    void aRefusedMessageLeavesNothing() {
        assertThatThrownBy(() -> stage.say("x".repeat(501))).is(failure(ConversationError.MESSAGE_TOO_LONG));
        assertThatThrownBy(() ->
                        PlainMessages.send(stage.node.startRun, someone(), stage.conversation.id(), saying("Hi"), null))
                .is(failure(ConversationError.FORBIDDEN));

        assertThat(stage.items()).isEmpty();
        assertThat(stage.node.engine.running()).isEmpty();
    }

    @Test
    void aUserPicksAmongTheModelsThatMayBePicked() {
        AtomicReference<Turn> told = new AtomicReference<>();
        stage.assistant.set((turn, reply) -> told.set(turn));

        stage.awaitEnd(PlainMessages.send(
                stage.node.startRun, stage.ada, stage.conversation.id(), saying("Hi", "small"), null));

        assertThat(told.get().message().options().model()).isEqualTo("small");
        assertThatThrownBy(() -> PlainMessages.send(
                        stage.node.startRun, stage.ada, stage.conversation.id(), saying("Hi", "large"), null))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageContaining("one of small");
    }

    @Test
    void aPairThatWasCutInTwoIsShownAndKeptWhole() {
        stage.assistant.set((turn, reply) -> {
            reply.text("ship \ud83d");
            reply.text("\udea2 and half \ud83d");
        });

        List<RunEvent> events = stage.awaitEnd(stage.say("Hi"));

        assertThat(stage.items().getLast().text()).isEqualTo("ship 🚢 and half \ufffd");
        assertThat(events.stream()
                        .filter(RunEvent.ItemUpdated.class::isInstance)
                        .map(event -> ((RunEvent.ItemUpdated) event).update())
                        .filter(ItemUpdate.TextDelta.class::isInstance)
                        .map(update -> ((ItemUpdate.TextDelta) update).delta()))
                .containsExactly("ship ", "🚢 and half ", "\ufffd");
    }
}
