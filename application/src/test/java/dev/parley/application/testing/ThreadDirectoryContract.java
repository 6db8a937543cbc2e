package dev.parley.application.testing;

import static dev.parley.application.testing.Examples.LIMITS;
import static dev.parley.application.testing.Examples.NOW;
import static dev.parley.application.testing.Examples.saying;
import static dev.parley.application.testing.Examples.someone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.shared.IdGenerator;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.account.AccountIdentity;
import dev.parley.domain.account.Subject;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.ConversationRepository;
import dev.parley.domain.conversation.ListedThread;
import dev.parley.domain.conversation.ThreadDirectory;
import dev.parley.domain.conversation.ThreadDirectory.Bounds;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.ItemId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link ThreadDirectory} promises. */
public abstract class ThreadDirectoryContract {

    private final PortsUnderTest ports = ports();
    private final UnitOfWork unitOfWork = ports.unitOfWork();
    private final ConversationRepository conversations = ports.conversations();
    private final ThreadDirectory threads = ports.threads();
    private final IdGenerator ids = new CountingIds();
    private final AccountId owner = someone();

    /** Adapters over an empty store. */
    protected abstract PortsUnderTest ports();

    @Test
    void aThreadComesWithWhatItsOwnerIsCalled() {
        Subject ada = new Subject("ada");
        unitOfWork.run(() -> ports.accounts().introduce(ada, someone(), NOW));
        Conversation thread = added(AccountIdentity.withoutIssuer(ada).preferredId());

        assertThat(unitOfWork.read(() -> threads.find(thread.id()))).contains(new ListedThread(thread, ada));
    }

    @Test
    void anOwnerWhomNobodyHasNamedIsCalledByTheAccountsId() {
        Conversation thread = added(owner);

        assertThat(unitOfWork.read(() -> threads.find(thread.id())))
                .contains(new ListedThread(thread, new Subject(owner.toString())));
    }

    @Test
    void anUnknownThreadIsNotFound() {
        assertThat(unitOfWork.read(() -> threads.find(new ConversationId(UUID.randomUUID()))))
                .isEmpty();
    }

    @Test
    void threadsOfEverybodyComeInTheOrderInWhichTheyWereMade() {
        Conversation first = added(owner);
        Conversation second = added(someone());
        Conversation third = added(owner);

        assertThat(threads(null, true, null, null, 10)).containsExactly(first, second, third);
        assertThat(threads(null, false, null, null, 10)).containsExactly(third, second, first);
        assertThat(threads(null, false, null, null, 2)).containsExactly(third, second);
    }

    @Test
    void threadsOfAnOwnerAreThatOwnersAlone() {
        Conversation first = added(owner);
        added(someone());
        Conversation third = added(owner);

        assertThat(threads(owner, true, null, null, 10)).containsExactly(first, third);
        assertThat(threads(someone(), true, null, null, 10)).isEmpty();
    }

    @Test
    void boundsAreNotPartOfWhatTheyBound() {
        Conversation first = added(owner);
        Conversation second = added(owner);
        Conversation third = added(owner);

        assertThat(threads(null, true, first, null, 10)).containsExactly(second, third);
        assertThat(threads(null, false, null, third, 10)).containsExactly(second, first);
        assertThat(threads(owner, true, first, third, 10)).containsExactly(second);
    }

    @Test
    void anItemHasItsPlaceInItsThreadAlone() {
        Conversation thread = added(owner);
        Conversation other = added(owner);
        List<Item> items = say(thread, 3);

        assertThat(unitOfWork.read(
                        () -> threads.sequence(thread.id(), items.get(1).id())))
                .hasValue(2);
        assertThat(unitOfWork.read(
                        () -> threads.sequence(other.id(), items.get(1).id())))
                .isEmpty();
        assertThat(unitOfWork.read(() -> threads.sequence(thread.id(), new ItemId("msg_nothing"))))
                .isEmpty();
    }

    @Test
    void aDeletedItemHasThePlaceWhereItStood() {
        Conversation thread = added(owner);
        Conversation other = added(owner);
        ItemId gone = say(thread, 3).get(1).id();

        unitOfWork.run(() -> conversations.deleteItem(thread.id(), gone));

        assertThat(unitOfWork.read(() -> threads.sequence(thread.id(), gone))).hasValue(2);
        assertThat(unitOfWork.read(() -> threads.sequence(other.id(), gone))).isEmpty();
    }

    private Conversation added(AccountId of) {
        Conversation conversation = Conversation.start(ids.conversation(), of, NOW);
        unitOfWork.run(() -> conversations.add(conversation, 100));
        return conversation;
    }

    private List<Conversation> threads(
            @Nullable AccountId of,
            boolean ascending,
            @Nullable Conversation older,
            @Nullable Conversation newer,
            int maximum) {
        Bounds<ConversationId> bounds =
                new Bounds<>(ascending, older == null ? null : older.id(), newer == null ? null : newer.id(), maximum);
        return unitOfWork.read(() -> threads.threads(of, bounds)).stream()
                .map(ListedThread::conversation)
                .toList();
    }

    private List<Item> say(Conversation thread, int number) {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            items.add(unitOfWork.execute(() -> {
                Conversation before = conversations.lock(thread.id()).orElseThrow();
                Conversation.Appended appended = before.receive(ids.message(), saying("hello"), LIMITS, NOW);
                conversations.append(appended);
                return appended.item();
            }));
        }
        return items;
    }
}
