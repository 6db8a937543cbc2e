package dev.parley.application.testing;

import static dev.parley.application.testing.Examples.LIMITS;
import static dev.parley.application.testing.Examples.NOW;
import static dev.parley.application.testing.Examples.conversationOf;
import static dev.parley.application.testing.Examples.saying;
import static dev.parley.application.testing.Examples.someone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.shared.UnitOfWork;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Conversation.Appended;
import dev.parley.domain.feedback.Feedback;
import dev.parley.domain.feedback.FeedbackRepository;
import dev.parley.domain.feedback.Rating;
import dev.parley.domain.item.ItemId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link FeedbackRepository} promises. */
public abstract class FeedbackRepositoryContract {

    private static final ItemId FIRST = ItemId.ofMessage("first");
    private static final ItemId SECOND = ItemId.ofMessage("second");

    private final PortsUnderTest ports = ports();
    private final UnitOfWork unitOfWork = ports.unitOfWork();
    private final FeedbackRepository feedback = ports.feedback();
    private final Conversation conversation = conversationOf(someone());

    /** Adapters over an empty store. */
    protected abstract PortsUnderTest ports();

    @BeforeEach
    void addItems() {
        unitOfWork.run(() -> {
            ports.conversations().add(conversation, 10);
            Appended first = conversation.receive(FIRST, saying("one"), LIMITS, NOW);
            ports.conversations().append(first);
            ports.conversations().append(first.conversation().receive(SECOND, saying("two"), LIMITS, NOW));
        });
    }

    @Test
    void feedbackComesBackInTheOrderOfItsItems() {
        Feedback onSecond = of(SECOND, Rating.NEGATIVE, NOW);
        Feedback onFirst = of(FIRST, Rating.POSITIVE, NOW);

        save(onSecond, onFirst);

        assertThat(stored()).containsExactly(onFirst, onSecond);
    }

    @Test
    void theLastOneCounts() {
        Feedback later = of(FIRST, Rating.POSITIVE, NOW.plusSeconds(1));

        save(of(FIRST, Rating.NEGATIVE, NOW));
        save(later);

        assertThat(stored()).containsExactly(later);
    }

    @Test
    void itEndsWithItsItemAndWithItsThread() {
        save(of(FIRST, Rating.POSITIVE, NOW), of(SECOND, Rating.POSITIVE, NOW));

        unitOfWork.run(() -> ports.conversations().deleteItemsBehind(conversation.id(), 1));
        assertThat(stored()).extracting(Feedback::item).containsExactly(FIRST);

        unitOfWork.run(() -> ports.conversations()
                .delete(ports.conversations().lock(conversation.id()).orElseThrow()));
        assertThat(stored()).isEmpty();
    }

    @Test
    void everybodysFeedbackIsReadPartByPart() {
        Feedback onFirst = of(FIRST, Rating.POSITIVE, NOW);
        Feedback onSecond = of(SECOND, Rating.NEGATIVE, NOW);
        save(onFirst, onSecond);

        Feedback one = part(null);
        Feedback other = part(one);

        assertThat(List.of(one, other)).containsExactlyInAnyOrder(onFirst, onSecond);
        assertThat(unitOfWork.<List<Feedback>>read(() -> feedback.after(other, 1)))
                .isEmpty();
    }

    private Feedback part(@Nullable Feedback after) {
        List<Feedback> part = unitOfWork.read(() -> feedback.after(after, 1));
        assertThat(part).hasSize(1);
        return part.getFirst();
    }

    private void save(Feedback... all) {
        unitOfWork.run(() -> feedback.save(List.of(all)));
    }

    private List<Feedback> stored() {
        return unitOfWork.read(() -> feedback.of(conversation.id()));
    }

    private Feedback of(ItemId item, Rating rating, Instant at) {
        return new Feedback(conversation.id(), item, conversation.owner(), rating, at);
    }
}
