package dev.parley.application.testing;

import static dev.parley.application.testing.Examples.conversationOf;
import static dev.parley.application.testing.Examples.someone;
import static dev.parley.application.testing.Failures.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.shared.UnitOfWork;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.conversation.ConversationRepository;
import dev.parley.domain.shared.Failure;
import org.junit.jupiter.api.Test;

/** What every {@link UnitOfWork} promises. */
public abstract class UnitOfWorkContract {

    private final PortsUnderTest ports = ports();
    private final UnitOfWork unitOfWork = ports.unitOfWork();
    private final ConversationRepository conversations = ports.conversations();
    private final Conversation conversation = conversationOf(someone());

    /** Adapters over an empty store. */
    protected abstract PortsUnderTest ports();

    @Test
    void whatAUnitStoredIsThereForTheNext() {
        unitOfWork.run(() -> conversations.add(conversation, 10));

        assertThat(unitOfWork.read(() -> conversations.find(conversation.id()))).contains(conversation);
    }

    @Test
    void aUnitReturnsWhatItsWorkReturns() {
        assertThat(unitOfWork.<String>execute(() -> "done")).isEqualTo("done");
    }

    @Test
    void aFailingSecondStepTakesTheFirstBack() {
        assertThatThrownBy(() -> unitOfWork.run(() -> {
                    conversations.add(conversation, 10);
                    throw new Failure(ConversationError.SESSION_NOT_FOUND);
                }))
                .is(failure(ConversationError.SESSION_NOT_FOUND));

        assertThat(unitOfWork.read(() -> conversations.find(conversation.id()))).isEmpty();
    }

    @Test
    void anErrorTakesTheUnitBackAsWell() {
        assertThatThrownBy(() -> unitOfWork.run(() -> {
                    conversations.add(conversation, 10);
                    throw new AssertionError("broken");
                }))
                .isInstanceOf(AssertionError.class);

        assertThat(unitOfWork.read(() -> conversations.find(conversation.id()))).isEmpty();
    }

    @Test
    void unitsDoNotNest() {
        assertThatThrownBy(() -> unitOfWork.run(() -> unitOfWork.run(() -> {})))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aRepositoryOutsideAUnitRefuses() {
        assertThatThrownBy(() -> conversations.find(conversation.id())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> conversations.add(conversation, 10)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ports.runs().cancelRequested()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ports.log().prune(Examples.NOW, 1)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ports.accounts().find(conversation.owner())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ports.tasks().tags(conversation.owner())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ports.idempotency().removeOlderThan(Examples.NOW, 1))
                .isInstanceOf(IllegalStateException.class);
    }
}
