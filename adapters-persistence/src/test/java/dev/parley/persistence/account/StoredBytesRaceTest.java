package dev.parley.persistence.account;

import static dev.parley.application.testing.Examples.NOW;
import static dev.parley.application.testing.Examples.conversationOf;
import static dev.parley.application.testing.Examples.someone;
import static dev.parley.application.testing.Failures.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.account.StorageQuota;
import dev.parley.application.testing.PortsUnderTest;
import dev.parley.domain.account.AccountError;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.ItemId;
import dev.parley.domain.item.Widget;
import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.Json;
import dev.parley.persistence.testing.JdbcPorts;
import dev.parley.persistence.testing.Race;
import dev.parley.persistence.testing.TestDatabase;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class StoredBytesRaceTest {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final JdbcPorts ADAPTERS = JdbcPorts.over(DATABASE.dataSource());
    private static final JdbcClient JDBC = JdbcClient.create(DATABASE.dataSource());

    private final PortsUnderTest ports = ADAPTERS.ports();
    private final AccountId owner = someone();
    private final List<Conversation> sessions =
            Stream.generate(this::begin).limit(8).toList();

    @AfterAll
    static void close() {
        ADAPTERS.close();
        DATABASE.close();
    }

    @Test
    void manyAtOnceEndWithTheQuota() {
        append(sessions.getFirst());
        StorageQuota ofTenItems = new StorageQuota(ports.accounts(), 10 * counter());

        List<Throwable> refusals = Race.failuresOf(ofEachSession(
                6,
                session -> () -> ports.unitOfWork().run(() -> {
                    store(session);
                    ofTenItems.check(owner);
                })));

        assertThat(refusals).hasSize(48 - 9).are(failure(AccountError.STORAGE_QUOTA));
        assertThat(counter()).isEqualTo(bytes()).isEqualTo(ofTenItems.maximumBytes());
    }

    @Test
    void whateverHappensAtOnceIsCounted() {
        sessions.forEach(this::append);
        Stream<Runnable> deeds = Stream.of(
                        ofEachSession(3, session -> () -> append(session)).stream(),
                        ofEachSession(2, session -> () -> replaceNewest(session)).stream(),
                        sessions.stream().limit(4).<Runnable>map(session -> () -> end(session)))
                .flatMap(all -> all);

        List<Throwable> failures = Race.failuresOf(deeds.toList());

        assertThat(failures).are(failure(ConversationError.SESSION_NOT_FOUND));
        assertThat(counter()).isEqualTo(bytes()).isPositive();
    }

    @Test
    void whatWasThereBeforeIsAddedUpOnceWhileOthersStore() {
        sessions.forEach(this::append);
        JDBC.sql("update account set stored_bytes = null where id = :owner")
                .param("owner", owner.value())
                .update();
        Stream<Runnable> deeds = Stream.of(
                        ofEachSession(2, session -> () -> append(session)).stream(),
                        ofEachSession(1, session -> this::stored).stream(),
                        sessions.stream().limit(2).<Runnable>map(session -> () -> end(session)))
                .flatMap(all -> all);

        List<Throwable> failures = Race.failuresOf(deeds.toList());

        assertThat(failures).are(failure(ConversationError.SESSION_NOT_FOUND));
        assertThat(stored()).isEqualTo(counter()).isEqualTo(bytes()).isPositive();
    }

    private List<Runnable> ofEachSession(int times, Function<Conversation, Runnable> deed) {
        return sessions.stream()
                .flatMap(session -> Stream.generate(() -> deed.apply(session)).limit(times))
                .toList();
    }

    private Conversation begin() {
        Conversation session = conversationOf(owner);
        ports.unitOfWork().run(() -> ports.conversations().add(session, 10));
        return session;
    }

    private void append(Conversation session) {
        ports.unitOfWork().run(() -> store(session));
    }

    private void store(Conversation session) {
        Conversation locked = ports.conversations()
                .lock(session.id())
                .orElseThrow(() -> new Failure(ConversationError.SESSION_NOT_FOUND));
        ports.conversations()
                .append(locked.append(widget(UUID.randomUUID().toString(), Item.DRAFT, "x".repeat(100)), NOW));
    }

    private void replaceNewest(Conversation session) {
        ports.unitOfWork().run(() -> {
            Conversation locked = ports.conversations()
                    .lock(session.id())
                    .orElseThrow(() -> new Failure(ConversationError.SESSION_NOT_FOUND));
            ports.conversations().save(session.id(), widget("", locked.lastSequence(), "longer".repeat(100)));
        });
    }

    private void end(Conversation session) {
        ports.unitOfWork().run(() -> ports.conversations().lock(session.id()).ifPresent(ports.conversations()::delete));
    }

    private long stored() {
        return ports.unitOfWork().execute(() -> ports.accounts().storedBytes(owner));
    }

    private long bytes() {
        return number("""
                select coalesce(sum(octet_length(payload::text)), 0)
                from item join conversation on conversation.id = conversation_id where owner_id = :owner""");
    }

    private long counter() {
        return number("select stored_bytes from account where id = :owner");
    }

    private long number(String sql) {
        return JDBC.sql(sql).param("owner", owner.value()).query(Long.class).single();
    }

    private static Widget widget(String id, long sequence, String text) {
        return new Widget(new ItemId(id), sequence, new Json("\"" + text + "\""), null, NOW);
    }
}
