package dev.parley.persistence.conversation;

import static dev.parley.application.testing.Examples.NOW;
import static dev.parley.application.testing.Examples.conversationOf;
import static dev.parley.application.testing.Examples.someone;
import static dev.parley.application.testing.Failures.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.testing.PortsUnderTest;
import dev.parley.domain.account.Account;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.persistence.testing.JdbcPorts;
import dev.parley.persistence.testing.Race;
import dev.parley.persistence.testing.TestDatabase;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SessionLimitRaceTest {

    private static final int LIMIT = 10;
    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final JdbcPorts ADAPTERS = JdbcPorts.over(DATABASE.dataSource());
    private static final JdbcClient JDBC = JdbcClient.create(DATABASE.dataSource());

    private final PortsUnderTest ports = ADAPTERS.ports();
    private final AccountId owner = someone();

    @AfterAll
    static void close() {
        ADAPTERS.close();
        DATABASE.close();
    }

    @Test
    void sixtyFourAtOnceEndWithTheLimit() {
        ports.unitOfWork().run(() -> ports.accounts().addIfAbsent(new Account(owner, null, NOW)));

        List<Throwable> refusals = Race.failuresOf(64, this::addSession);

        assertThat(refusals).hasSize(54).are(failure(ConversationError.SESSION_LIMIT));
        assertThat(sessions()).isEqualTo(LIMIT);
        assertThat(counter()).isEqualTo(LIMIT);
    }

    @Test
    void sixtyFourAtOnceEndWithTheLimitEvenForAnOwnerWithoutAccount() {
        List<Throwable> refusals = Race.failuresOf(64, this::addSession);

        assertThat(refusals).hasSize(54).are(failure(ConversationError.SESSION_LIMIT));
        assertThat(sessions()).isEqualTo(LIMIT);
        assertThat(counter()).isEqualTo(LIMIT);
    }

    @Test
    void addsAndDeletesAtOnceKeepTheCounterTrue() {
        List<Conversation> old = Stream.generate(this::addSession).limit(LIMIT).toList();
        Stream<Runnable> adds =
                Stream.<Runnable>generate(() -> this::addSession).limit(32);
        Stream<Runnable> deletes = Stream.of(old, old).flatMap(List::stream).map(session -> () -> delete(session));

        List<Throwable> refusals = Race.failuresOf(Stream.concat(adds, deletes).toList());

        assertThat(refusals).are(failure(ConversationError.SESSION_LIMIT));
        assertThat(sessions()).isEqualTo(32 - refusals.size()).isLessThanOrEqualTo(LIMIT);
        assertThat(counter()).isEqualTo(sessions());
    }

    private Conversation addSession() {
        Conversation session = conversationOf(owner);
        ports.unitOfWork().run(() -> ports.conversations().add(session, LIMIT));
        return session;
    }

    private void delete(Conversation session) {
        ports.unitOfWork().run(() -> ports.conversations().lock(session.id()).ifPresent(ports.conversations()::delete));
    }

    private int sessions() {
        return number("select count(*) from conversation where owner_id = :owner");
    }

    private int counter() {
        return number("select session_count from account where id = :owner");
    }

    private int number(String sql) {
        return JDBC.sql(sql).param("owner", owner.value()).query(Integer.class).single();
    }
}
