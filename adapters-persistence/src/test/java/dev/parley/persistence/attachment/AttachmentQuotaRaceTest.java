package dev.parley.persistence.attachment;

import static dev.parley.application.testing.Examples.conversationOf;
import static dev.parley.application.testing.Examples.someone;
import static dev.parley.application.testing.Failures.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.testing.PortsUnderTest;
import dev.parley.application.testing.Uploads;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.attachment.Attachment;
import dev.parley.domain.attachment.AttachmentError;
import dev.parley.domain.attachment.ContentId;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.shared.Failure;
import dev.parley.persistence.testing.JdbcPorts;
import dev.parley.persistence.testing.Race;
import dev.parley.persistence.testing.TestDatabase;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class AttachmentQuotaRaceTest {

    /** Room for ten attachments of ten bytes. */
    private static final long QUOTA = 105;

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
    void sixtyFourAtOnceEndWithTheQuotaEvenForAnOwnerWithoutAccount() {
        List<Throwable> refusals = Race.failuresOf(64, this::add);

        assertThat(refusals).hasSize(54).are(failure(AttachmentError.ATTACHMENT_QUOTA));
        assertThat(bytes()).isEqualTo(100);
        assertThat(counter()).isEqualTo(100);
    }

    @Test
    void addsAndDeletesAtOnceKeepTheCounterTrue() {
        List<Attachment> old = Stream.generate(this::add).limit(10).toList();
        Stream<Runnable> adds = Stream.<Runnable>generate(() -> this::add).limit(32);
        Stream<Runnable> deletes =
                Stream.of(old, old).flatMap(List::stream).map(attachment -> () -> delete(attachment));

        List<Throwable> refusals = Race.failuresOf(Stream.concat(adds, deletes).toList());

        assertThat(refusals).are(failure(AttachmentError.ATTACHMENT_QUOTA));
        assertThat(bytes()).isEqualTo(10L * (32 - refusals.size())).isLessThanOrEqualTo(QUOTA);
        assertThat(counter()).isEqualTo(bytes());
    }

    @Test
    void claimsAndTheEndOfTheirConversationsKeepTheCounterTrue() {
        List<Attachment> uploaded = Stream.generate(this::upload).limit(10).toList();
        List<Conversation> sessions = Stream.generate(this::begin).limit(10).toList();
        Stream<Runnable> claims = Stream.of(uploaded, uploaded)
                .flatMap(List::stream)
                .map(attachment -> () -> claim(attachment, sessions.get(uploaded.indexOf(attachment))));
        Stream<Runnable> deletes = sessions.stream().map(session -> () -> end(session));

        List<Throwable> refusals =
                Race.failuresOf(Stream.concat(claims, deletes).toList());

        assertThat(refusals)
                .are(failure(
                        AttachmentError.ATTACHMENT_IN_USE,
                        AttachmentError.ATTACHMENT_NOT_FOUND,
                        ConversationError.SESSION_NOT_FOUND));
        assertThat(counter()).isEqualTo(bytes());
        assertThat(number("select count(*) from attachment where owner_id = :owner and conversation_id is not null"))
                .isZero();
    }

    private Attachment add() {
        Attachment attachment = Uploads.announced(owner);
        ports.unitOfWork().run(() -> ports.attachments().add(attachment, QUOTA));
        return attachment;
    }

    private Attachment upload() {
        Attachment added = add();
        ContentId content = Uploads.another(new ContentId(added.id(), "0".repeat(24)));
        Attachment uploaded = added.uploadingTo(content).uploaded(content, added.type());
        ports.unitOfWork().run(() -> ports.attachments().save(uploaded));
        return uploaded;
    }

    private void delete(Attachment attachment) {
        ports.unitOfWork().run(() -> ports.attachments().lock(attachment.id()).ifPresent(ports.attachments()::delete));
    }

    private Conversation begin() {
        Conversation session = conversationOf(owner);
        ports.unitOfWork().run(() -> ports.conversations().add(session, 10));
        return session;
    }

    private void claim(Attachment attachment, Conversation session) {
        ports.unitOfWork().run(() -> {
            Conversation locked = ports.conversations()
                    .lock(session.id())
                    .orElseThrow(() -> new Failure(ConversationError.SESSION_NOT_FOUND));
            ports.attachments().claim(owner, List.of(attachment.id()), locked.id());
        });
    }

    private void end(Conversation session) {
        ports.unitOfWork().run(() -> ports.conversations().lock(session.id()).ifPresent(ports.conversations()::delete));
    }

    private long bytes() {
        return number("select coalesce(sum(size), 0) from attachment where owner_id = :owner");
    }

    private long counter() {
        return number("select attachment_bytes from account where id = :owner");
    }

    private long number(String sql) {
        return JDBC.sql(sql).param("owner", owner.value()).query(Long.class).single();
    }
}
