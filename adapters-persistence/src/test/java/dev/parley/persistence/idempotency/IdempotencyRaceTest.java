package dev.parley.persistence.idempotency;

import static dev.parley.application.testing.Examples.someone;
import static dev.parley.application.testing.Failures.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.conversation.CreateSession;
import dev.parley.application.idempotency.Idempotency;
import dev.parley.application.idempotency.IdempotencyKeys;
import dev.parley.application.idempotency.Outcome;
import dev.parley.application.shared.IdGenerator;
import dev.parley.application.testing.CountingIds;
import dev.parley.application.testing.PortsUnderTest;
import dev.parley.application.testing.SettableClock;
import dev.parley.application.testing.UseCases;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.idempotency.Claim;
import dev.parley.domain.idempotency.Fingerprint;
import dev.parley.domain.idempotency.IdempotencyError;
import dev.parley.domain.idempotency.IdempotencyKey;
import dev.parley.persistence.testing.JdbcPorts;
import dev.parley.persistence.testing.Race;
import dev.parley.persistence.testing.TestDatabase;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class IdempotencyRaceTest {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final JdbcPorts ADAPTERS = JdbcPorts.over(DATABASE.dataSource());
    private static final JdbcClient JDBC = JdbcClient.create(DATABASE.dataSource());
    private static final IdGenerator IDS = new CountingIds();

    private final PortsUnderTest ports = ADAPTERS.ports();
    private final SettableClock clock = new SettableClock();
    private final UseCases useCases =
            UseCases.over(ports).with(InstantSource.class, clock).with(IdGenerator.class, IDS);
    private final IdempotencyKeys keys = useCases.get(IdempotencyKeys.class);
    private final CreateSession createSession = useCases.get(CreateSession.class);
    private final AccountId owner = someone();

    @AfterAll
    static void close() {
        ADAPTERS.close();
        DATABASE.close();
    }

    @Test
    void twentyAtOnceMakeOne() {
        Queue<String> told = new ConcurrentLinkedQueue<>();

        List<Throwable> refusals = Race.failuresOf(20, () -> told.add(idOf(createSession.create(owner, once("key")))));

        assertThat(refusals).are(failure(IdempotencyError.IDEMPOTENCY_KEY_IN_USE));
        assertThat(told).hasSize(20 - refusals.size()).isNotEmpty();
        assertThat(told.stream().distinct()).hasSize(1);
        assertThat(rows("conversation where owner_id")).isOne();
        assertThat(rows("idempotency where account_id")).isOne();
    }

    @Test
    void aKeyThatIsInUseIsRefusedWithoutWaiting() {
        List<Throwable> refusals = new ArrayList<>();
        ports.unitOfWork().run(() -> {
            ports.idempotency().take(claim("key"));
            refusals.addAll(Race.failuresOf(1, () -> createSession.create(owner, once("key"))));
        });

        assertThat(refusals).singleElement().is(failure(IdempotencyError.IDEMPOTENCY_KEY_IN_USE));
        assertThat(createSession.create(owner, once("key"))).isInstanceOf(Outcome.Made.class);
    }

    @Test
    void anotherKeyOfTheAccountIsNotInUse() {
        ports.unitOfWork().run(() -> {
            ports.idempotency().take(claim("key"));
            assertThat(Race.failuresOf(1, () -> createSession.create(owner, once("another"))))
                    .isEmpty();
        });
    }

    @Test
    void whatIsMadeAndTheMemoryOfItAreTakenBackTogether() {
        JDBC.sql("alter table idempotency add constraint refuse check (key <> 'refused')")
                .update();

        assertThatThrownBy(() -> createSession.create(owner, once("refused"))).hasMessageNotContaining("refuse");

        assertThat(rows("conversation where owner_id")).isZero();
        assertThat(rows("idempotency where account_id")).isZero();
        JDBC.sql("alter table idempotency drop constraint refuse").update();
        assertThat(createSession.create(owner, once("refused"))).isInstanceOf(Outcome.Made.class);
    }

    private Idempotency<Conversation> once(String key) {
        return keys.once(claim(key), made -> made.id().toString());
    }

    private Claim claim(String key) {
        return new Claim(owner, new IdempotencyKey(key), Fingerprint.of("a session", new byte[0]));
    }

    private static String idOf(Outcome<Conversation> outcome) {
        return switch (outcome) {
            case Outcome.Made<Conversation> made -> made.value().id().toString();
            case Outcome.Repeated<Conversation> repeated -> repeated.snapshot();
        };
    }

    private long rows(String where) {
        return JDBC.sql("select count(*) from " + where + " = :owner")
                .param("owner", owner.value())
                .query(Long.class)
                .single();
    }
}
