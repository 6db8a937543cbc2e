package dev.parley.application.testing;

import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.feedback.Feedback;
import dev.parley.domain.feedback.FeedbackRepository;
import dev.parley.domain.item.Item;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Feedback in memory. */
public final class InMemoryFeedbackRepository implements FeedbackRepository {

    private static final Comparator<Feedback> IN_ORDER = Comparator.comparing(
                    (Feedback each) -> each.conversation().toString())
            .thenComparing(each -> each.item().value())
            .thenComparing(each -> each.user().toString());

    private final InMemoryStore store;

    /** Makes a repository over a store. */
    public InMemoryFeedbackRepository(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public void save(List<Feedback> feedback) {
        List<Feedback> all = store.tables().feedback;
        feedback.forEach(each -> {
            all.removeIf(other -> other.conversation().equals(each.conversation())
                    && other.item().equals(each.item())
                    && other.user().equals(each.user()));
            all.add(each);
        });
    }

    @Override
    public List<Feedback> of(ConversationId conversation) {
        List<Item> items = store.tables().items.getOrDefault(conversation, List.of());
        return items.stream()
                .flatMap(item -> store.tables().feedback.stream()
                        .filter(each -> each.conversation().equals(conversation)
                                && each.item().equals(item.id())))
                .toList();
    }

    @Override
    public List<Feedback> after(@Nullable Feedback after, int maximum) {
        return store.tables().feedback.stream()
                .filter(each -> after == null || IN_ORDER.compare(each, after) > 0)
                .sorted(IN_ORDER)
                .limit(maximum)
                .toList();
    }
}
