package dev.parley.application.run;

import static dev.parley.application.testing.Examples.saying;
import static dev.parley.application.testing.Examples.someone;
import static dev.parley.application.testing.Failures.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.event.RunEvent;
import dev.parley.application.testing.PlainMessages;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.conversation.Title;
import dev.parley.domain.item.Item;
import dev.parley.domain.run.Requester;
import dev.parley.domain.run.RunOptions;
import dev.parley.domain.shared.InvalidRequest;
import dev.parley.domain.shared.PageOrder;
import dev.parley.domain.shared.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StartThreadTest {

    private final Stage stage = new Stage();
    private final AccountId bob = someone();

    @Test
    void threadMessageAndAnswerComeInTheProtocolsOrder() {
        List<RunEvent> events = stage.awaitEnd(start("Hi"));

        assertThat(events.subList(0, 4))
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("ThreadCreated", "ItemDone", "StreamOptions", "ItemAdded");
        assertThat(events.getFirst())
                .isInstanceOfSatisfying(
                        RunEvent.ThreadCreated.class,
                        created -> assertThat(created.conversation().title()).isEqualTo(new Title("Hi")));
        assertThat(events.get(2)).isEqualTo(new RunEvent.StreamOptions(true));
    }

    @Test
    void theThreadIsStoredWithItsMessage() {
        RunHandle run = start("Hi");
        stage.awaitEnd(run);

        assertThat(stage.ports
                        .unitOfWork()
                        .read(() -> stage.ports.conversations().items(run.run().conversation())))
                .extracting(Item::text)
                .containsExactly("Hi", "Hello, you.");
    }

    @Test
    void theAssistantIsToldTheUsersLanguage() {
        AtomicReference<String> locale = new AtomicReference<>("");
        stage.assistant.set((turn, reply) -> locale.set(turn.locale()));

        stage.awaitEnd(start("Hi"));

        assertThat(locale).hasValue("de-CH");
        assertThat(new RunOptions("no language!", false, false, Requester.UNKNOWN).locale())
                .isEqualTo("en");
        assertThat(new RunOptions("x".repeat(100), false, false, Requester.UNKNOWN).locale())
                .isEqualTo("en");
    }

    @Test
    void theAssistantIsToldWhetherTheClientActs() {
        List<Boolean> told = new ArrayList<>();
        stage.assistant.set((turn, reply) -> told.add(turn.clientActs()));

        stage.awaitEnd(start("Hi"));
        stage.awaitEnd(PlainMessages.begin(stage.node.startThread, bob, saying("Hi"), RunOptions.DEFAULT));

        assertThat(told).containsExactly(true, false);
    }

    @Test
    void aRefusedMessageLeavesNoThread() {
        assertThatThrownBy(() -> start(" ")).is(failure(ConversationError.EMPTY_MESSAGE));
        assertThatThrownBy(() ->
                        PlainMessages.begin(stage.node.startThread, bob, saying("Hi", "large"), RunOptions.DEFAULT))
                .isInstanceOf(InvalidRequest.class);

        assertThat(threads()).isZero();
    }

    @Test
    void theLimitOfSessionsApplies() {
        for (int number = 0; number < 10; number++) {
            stage.awaitEnd(start("Hi"));
        }

        assertThatThrownBy(() -> start("Hi")).is(failure(ConversationError.SESSION_LIMIT));
        assertThat(threads()).isEqualTo(10);
    }

    private RunHandle start(String text) {
        return PlainMessages.begin(
                stage.node.startThread, bob, saying(text), new RunOptions("de-CH", true, true, Requester.UNKNOWN));
    }

    private int threads() {
        return stage.ports
                .unitOfWork()
                .read(() -> stage.ports.conversations().list(bob, PageOrder.NEWEST_FIRST, new PageRequest<>(100, null)))
                .total()
                .orElseThrow();
    }
}
