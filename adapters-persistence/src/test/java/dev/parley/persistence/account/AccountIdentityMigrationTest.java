package dev.parley.persistence.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.account.AccountId;
import dev.parley.domain.account.AccountIdentity;
import dev.parley.persistence.testing.JdbcPorts;
import dev.parley.persistence.testing.TestDatabase;
import java.sql.Types;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Accounts of before, and those that nodes of an earlier version make afterwards, keep their ids and their data. */
class AccountIdentityMigrationTest {

    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
    private static final AccountIdentity ADA = new AccountIdentity("https://id.example", "ada");
    private static final AccountIdentity ALIKE = new AccountIdentity("https://id.exampl", "eada");
    private static final AccountIdentity BOB = new AccountIdentity("https://id.example", "bob");

    private final TestDatabase database = TestDatabase.empty();
    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());

    @BeforeEach
    void migrate() {
        migrate("14");
        addAsBefore(ADA.preferredId(), null);
        migrate("latest");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theFirstWhoLeadsToAnAccountFromBeforeTakesIt() {
        assertThat(identify(ADA)).isEqualTo(ADA.preferredId());
        assertThat(identify(ALIKE)).isEqualTo(ALIKE.alternativeId());
        assertThat(identify(ADA)).isEqualTo(ADA.preferredId());
    }

    @Test
    void whatANodeOfAnEarlierVersionMakesAfterwardsIsTakenAsWell() {
        addAsBefore(BOB.preferredId(), null);

        assertThat(identify(BOB)).isEqualTo(BOB.preferredId());
    }

    @Test
    void aNodeOfAnEarlierVersionFindsWhatANewOneMakes() {
        AccountId bob = identify(BOB);

        addAsBefore(BOB.preferredId(), null);

        assertThat(bob).isEqualTo(BOB.preferredId());
        assertThat(identify(BOB)).isEqualTo(bob);
    }

    @Test
    void whomAServerHasIntroducedIsNoIssuers() {
        UUID id = UUID.randomUUID();
        addAsBefore(new AccountId(id), id.toString());

        assertThat(identify(new AccountIdentity("https://id.example", id.toString())))
                .isNotEqualTo(new AccountId(id));
        assertThat(identify(new AccountIdentity("", id.toString()))).isEqualTo(new AccountId(id));
    }

    @Test
    void ofAllThatLeadToAnAccountAtTheSameTimeOneGetsIt() throws Exception {
        String text = "abcdefghijklmnop";
        List<Callable<AccountId>> alike = IntStream.range(1, 9)
                .mapToObj(at -> new AccountIdentity(text.substring(0, at), text.substring(at)))
                .<Callable<AccountId>>map(identity -> () -> identify(identity))
                .toList();

        Set<AccountId> found = new HashSet<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<AccountId> one : threads.invokeAll(alike)) {
                found.add(one.get());
            }
        }

        assertThat(found).hasSize(8).contains(new AccountIdentity("a", text.substring(1)).preferredId());
    }

    @Test
    void anAccountIsDeletedWithItsIdentity() {
        identify(ADA);

        jdbc.sql("delete from account").update();

        assertThat(jdbc.sql("select count(*) from account_identity")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private AccountId identify(AccountIdentity identity) {
        try (JdbcPorts adapters = JdbcPorts.over(database.dataSource())) {
            return adapters.ports()
                    .unitOfWork()
                    .execute(() ->
                            adapters.ports().accounts().findOrAdd(identity, new AccountId(UUID.randomUUID()), NOW));
        }
    }

    /** As every earlier version does it. */
    private void addAsBefore(AccountId id, @Nullable String subject) {
        jdbc.sql("insert into account (id, subject) values (:id, :subject) on conflict do nothing")
                .param("id", id.value())
                .param("subject", subject, Types.VARCHAR)
                .update();
    }

    private void migrate(String version) {
        Flyway.configure()
                .dataSource(database.dataSource())
                .target(version)
                .load()
                .migrate();
    }
}
