package dev.parley.application.conversation;

import static dev.parley.application.testing.Examples.LIMITS;
import static dev.parley.application.testing.Examples.someone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.testing.CountingIds;
import dev.parley.application.testing.PortsUnderTest;
import dev.parley.application.testing.SettableClock;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.NotYourSession;
import dev.parley.domain.conversation.SessionLimitReached;
import dev.parley.domain.conversation.SessionNotFound;
import dev.parley.domain.conversation.Title;
import dev.parley.domain.shared.InvalidRequest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionUseCasesTest {

    private final PortsUnderTest ports = PortsUnderTest.inMemory();
    private final SettableClock clock = new SettableClock();
    private final CreateSession createSession =
            new CreateSession(ports.unitOfWork(), ports.conversations(), LIMITS, new CountingIds(), clock);
    private final GetSession getSession = new GetSession(ports.unitOfWork(), ports.conversations());
    private final ListSessions listSessions = new ListSessions(ports.unitOfWork(), ports.conversations());
    private final RenameSession renameSession = new RenameSession(ports.unitOfWork(), ports.conversations(), clock);
    private final DeleteSession deleteSession = new DeleteSession(ports.conversations(), ports.removal());
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
                .isInstanceOf(SessionLimitReached.class)
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

        assertThat(listSessions.list(ada, 100, null).conversations()).containsExactly(renamed, second);
    }

    @Test
    void aDeletedSessionIsGone() {
        Conversation session = createSession.create(ada);

        deleteSession.delete(ada, session.id());

        assertThatThrownBy(() -> getSession.session(ada, session.id())).isInstanceOf(SessionNotFound.class);
        assertThatThrownBy(() -> deleteSession.delete(ada, session.id())).isInstanceOf(SessionNotFound.class);
    }

    @Test
    void noUserReadsOrChangesWhatIsAnothers() {
        ConversationId adas = createSession.create(ada).id();

        assertThatThrownBy(() -> getSession.session(bob, adas)).isInstanceOf(NotYourSession.class);
        assertThatThrownBy(() -> renameSession.rename(bob, adas, Title.of("Mine")))
                .isInstanceOf(NotYourSession.class);
        assertThatThrownBy(() -> deleteSession.delete(bob, adas)).isInstanceOf(NotYourSession.class);
        assertThat(listSessions.list(bob, 100, null).conversations()).isEmpty();
        assertThat(getSession.session(ada, adas).title()).isEqualTo(Title.NEW_CHAT);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 101, Integer.MAX_VALUE})
    void aPageHoldsFromOneToAHundred(int limit) {
        assertThatThrownBy(() -> listSessions.list(ada, limit, null))
                .isInstanceOf(InvalidRequest.class)
                .hasMessage("limit must be from 1 to 100");
    }
}
