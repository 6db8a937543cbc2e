package dev.parley.application.thread;

import static dev.parley.application.testing.Failures.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.admin.ExportFeedback;
import dev.parley.application.testing.CountingIds;
import dev.parley.application.testing.Examples;
import dev.parley.application.testing.PortsUnderTest;
import dev.parley.application.testing.ThreadsUnderTest;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.feedback.Feedback;
import dev.parley.domain.feedback.Rating;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.ItemId;
import dev.parley.domain.shared.InvalidRequest;
import dev.parley.domain.shared.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RateItemsTest {

    private final ThreadsUnderTest threads = new ThreadsUnderTest(PortsUnderTest.inMemory(), new CountingIds());
    private final ConversationId thread = threads.begin("Hi");
    private final ItemId answer = threads.newest(thread).id();

    @Test
    void theLastRatingCounts() {
        threads.rateItems.rate(threads.user, thread, Set.of(answer), Rating.POSITIVE);
        threads.rateItems.rate(threads.user, thread, Set.of(answer), Rating.NEGATIVE);

        assertThat(threads.rateItems.of(threads.user, thread))
                .containsExactly(new Feedback(thread, answer, threads.user, Rating.NEGATIVE, threads.clock.instant()));
        assertThat(threads.rated).containsEntry(Rating.POSITIVE, 1).containsEntry(Rating.NEGATIVE, 1);
    }

    @Test
    void ofUnknownAndHiddenItemsNoneIsRated() {
        threads.assistant.set((turn, reply) -> reply.remember(new Json("{}")));
        threads.say(thread, "Remember");
        Item hidden = threads.newest(thread);

        for (ItemId unknown : Set.of(hidden.id(), ItemId.ofMessage("unknown"))) {
            assertThatThrownBy(() ->
                            threads.rateItems.rate(threads.user, thread, Set.of(answer, unknown), Rating.POSITIVE))
                    .is(failure(ConversationError.ITEM_NOT_FOUND));
        }
        assertThat(threads.rateItems.of(threads.user, thread)).isEmpty();
        assertThat(threads.rated).isEmpty();
    }

    @Test
    void onlySoManyAreRatedAtATime() {
        Set<ItemId> tooMany = IntStream.rangeClosed(0, 100)
                .mapToObj(number -> ItemId.ofMessage(Integer.toString(number)))
                .collect(Collectors.toSet());

        assertThatThrownBy(() -> threads.rateItems.rate(threads.user, thread, tooMany, Rating.POSITIVE))
                .isInstanceOf(InvalidRequest.class);
    }

    @Test
    void everybodysFeedbackIsExported() {
        int items = 600;
        threads.assistant.set((turn, reply) -> {
            for (int number = 0; number < items; number++) {
                reply.endTurn();
            }
        });
        threads.say(thread, "Much");
        List<ItemId> rated = threads.items(thread).stream().map(Item::id).toList();
        rated.forEach(item -> threads.rateItems.rate(threads.user, thread, Set.of(item), Rating.POSITIVE));
        List<ItemId> exported = new ArrayList<>();

        threads.useCases.get(ExportFeedback.class).export(feedback -> exported.add(feedback.item()));

        assertThat(exported).containsExactlyInAnyOrderElementsOf(rated).hasSizeGreaterThan(items);
    }

    @Test
    void nobodyElseRates() {
        assertThatThrownBy(() -> threads.rateItems.rate(Examples.someone(), thread, Set.of(answer), Rating.POSITIVE))
                .is(failure(ConversationError.FORBIDDEN));
    }
}
