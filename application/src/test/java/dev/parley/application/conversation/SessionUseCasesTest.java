package dev.parley.application.conversation;

import static dev.parley.application.testing.Examples.someone;
import static dev.parley.application.testing.Failures.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.testing.PortsUnderTest;
import dev.parley.application.testing.SettableClock;
import dev.parley.application.testing.UseCases;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Title;
import dev.parley.domain.shared.InvalidRequest;
import dev.parley.domain.shared.PageRequest;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionUseCasesTest {

    private final PortsUnderTest ports = PortsUnderTest.inMemory();
    private final SettableClock clock = new SettableClock();
    private final UseCases useCases = UseCases.over(ports).with(InstantSource.class, clock);
    private final CreateSession createSession = useCases.get(CreateSession.class);
    private final GetSession getSession = useCases.get(GetSession.class);
    private final ListSessions listSessions = useCases.get(ListSessions.class);
    private final RenameSession renameSession = useCases.get(RenameSession.class);
    private final DeleteSession deleteSession = useCases.get(DeleteSession.class);
    private final AccountId ada = someone();
    private final AccountId bob = someone();

    @Test
    void aNewSessionIsANewChatWithoutMessages() {
        Conversation session = createSession.create(ada);

        assertThat(session.title()).isEqualTo(Title.NEW_CHAT);
        assertThat(getSession.session(ada, session.id())).isEqualTo(session);
    }

    @Test
    void eleventhSessionIsRefused() {
        for (int i = 0; i < 10; i++) {
            createSession.create(ada);
        }

        assertThatThrownBy(() -> createSession.create(ada))
                .is(failure(ConversationError.SESSION_LIMIT))
                .hasMessageContaining("Maximum 10 sessions allowed.");
        createSession.create(bob);
    }

    @Test
    void renamingMovesASessionToTheTopOfTheList() {
        Conversation first = createSession.create(ada);
        clock.advance(Duration.ofSeconds(1));
        Conversation second = createSession.create(ada);
        clock.advance(Duration.ofSeconds(1));

        Conversation renamed = renameSession.rename(ada, first.id(), Title.of("Plans"));

        assertThat(listSessions.list(ada, new PageRequest<>(100, null)).entries())
                .containsExactly(renamed, second);
    }

    @Test
    void aDeletedSessionIsGone() {
        Conversation session = createSession.create(ada);

        deleteSession.delete(ada, session.id());

        assertThatThrownBy(() -> getSession.session(ada, session.id()))
                .is(failure(ConversationError.SESSION_NOT_FOUND));
        assertThatThrownBy(() -> deleteSession.delete(ada, session.id()))
                .is(failure(ConversationError.SESSION_NOT_FOUND));
    }

    @Test
    void noUserReadsOrChangesWhatIsAnothers() {
        ConversationId adas = createSession.create(ada).id();

        assertThatThrownBy(() -> getSession.session(bob, adas)).is(failure(ConversationError.FORBIDDEN));
        assertThatThrownBy(() -> renameSession.rename(bob, adas, Title.of("Mine")))
                .is(failure(ConversationError.FORBIDDEN));
        assertThatThrownBy(() -> deleteSession.delete(bob, adas)).is(failure(ConversationError.FORBIDDEN));
        assertThat(listSessions.list(bob, new PageRequest<>(100, null)).entries())
                .isEmpty();
        assertThat(getSession.session(ada, adas).title()).isEqualTo(Title.NEW_CHAT);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 101, Integer.MAX_VALUE})
    void aPageHoldsFromOneToAHundred(int limit) {
        assertThatThrownBy(() -> listSessions.list(ada, new PageRequest<>(limit, null)))
                .isInstanceOf(InvalidRequest.class)
                .hasMessage("limit must be from 1 to 100");
    }
}
