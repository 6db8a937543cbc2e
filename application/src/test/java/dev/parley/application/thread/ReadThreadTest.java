package dev.parley.application.thread;

import static dev.parley.application.testing.Failures.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.testing.CountingIds;
import dev.parley.application.testing.Examples;
import dev.parley.application.testing.PortsUnderTest;
import dev.parley.application.testing.ThreadsUnderTest;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.item.Item;
import dev.parley.domain.shared.InvalidRequest;
import dev.parley.domain.shared.Json;
import dev.parley.domain.shared.PageOrder;
import dev.parley.domain.shared.PageRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ReadThreadTest {

    private final ThreadsUnderTest threads = new ThreadsUnderTest(PortsUnderTest.inMemory(), new CountingIds());

    @Test
    void aThreadComesWithItsFirstVisibleItems() {
        threads.assistant.set((turn, reply) -> {
            for (int number = 1; number <= 20; number++) {
                reply.remember(new Json("{}"));
                reply.widget(new Json("{}"), Integer.toString(number));
            }
        });
        ConversationId thread = threads.begin("Show me");
        List<Item> visible =
                threads.items(thread).stream().filter(Item::isVisible).toList();

        ReadThread.ThreadView view = threads.readThread.thread(threads.user, thread);

        assertThat(view.conversation()).isEqualTo(threads.conversation(thread));
        assertThat(view.items().entries()).isEqualTo(visible.subList(0, 20));
        assertThat(view.items().hasMore()).isTrue();
        assertThat(threads.readThread
                        .items(
                                threads.user,
                                thread,
                                PageOrder.OLDEST_FIRST,
                                new PageRequest<>(100, visible.get(19).id()))
                        .entries())
                .isEqualTo(visible.subList(20, 21));
    }

    @Test
    void pagesAreBounded() {
        ConversationId thread = threads.begin("Hi");

        for (int limit : new int[] {0, -1, 101}) {
            assertThatThrownBy(() -> threads.readThread.items(
                            threads.user, thread, PageOrder.OLDEST_FIRST, new PageRequest<>(limit, null)))
                    .isInstanceOf(InvalidRequest.class);
        }
    }

    @Test
    void nobodyElseReads() {
        ConversationId thread = threads.begin("Hi");

        assertThatThrownBy(() -> threads.readThread.thread(Examples.someone(), thread))
                .is(failure(ConversationError.FORBIDDEN));
        assertThatThrownBy(() -> threads.readThread.items(
                        Examples.someone(), thread, PageOrder.OLDEST_FIRST, new PageRequest<>(1, null)))
                .is(failure(ConversationError.FORBIDDEN));
    }
}
