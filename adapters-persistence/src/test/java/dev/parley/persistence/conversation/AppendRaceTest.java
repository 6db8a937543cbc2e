package dev.parley.persistence.conversation;

import static dev.parley.application.testing.Examples.LIMITS;
import static dev.parley.application.testing.Examples.NOW;
import static dev.parley.application.testing.Examples.conversationOf;
import static dev.parley.application.testing.Examples.saying;
import static dev.parley.application.testing.Examples.someone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.shared.IdGenerator;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.testing.CountingIds;
import dev.parley.application.testing.PortsUnderTest;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationRepository;
import dev.parley.domain.item.Item;
import dev.parley.persistence.testing.JdbcPorts;
import dev.parley.persistence.testing.Race;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AppendRaceTest {

    private static final int MESSAGES = 64;

    private final PortsUnderTest ports = JdbcPorts.onEmptyStore();
    private final UnitOfWork unitOfWork = ports.unitOfWork();
    private final ConversationRepository conversations = ports.conversations();
    private final IdGenerator ids = new CountingIds();
    private final Conversation conversation = conversationOf(someone());

    @Test
    void messagesAtOnceAreCountedWithoutGap() {
        unitOfWork.run(() -> conversations.add(conversation, 10));

        assertThat(Race.failuresOf(MESSAGES, this::receiveMessage)).isEmpty();

        List<Item> items = unitOfWork.read(() -> conversations.items(conversation.id()));
        assertThat(items)
                .extracting(Item::sequence)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, MESSAGES).boxed().toList());
        assertThat(unitOfWork.read(() -> conversations.find(conversation.id())))
                .map(Conversation::messageCount)
                .contains(MESSAGES);
    }

    private void receiveMessage() {
        unitOfWork.run(() -> {
            Conversation locked = conversations.lock(conversation.id()).orElseThrow();
            conversations.append(locked.receive(ids.message(), saying("hello"), LIMITS, NOW));
        });
    }
}
