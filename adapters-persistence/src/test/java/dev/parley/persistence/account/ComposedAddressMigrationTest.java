package dev.parley.persistence.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.account.EmailAddress;
import dev.parley.persistence.testing.TestDatabase;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Accounts whose addresses were stored as they were typed are found by the composed form. */
class ComposedAddressMigrationTest {

    private static final String DECOMPOSED = "ze\u0301@example.org";
    private static final String TAKEN_DECOMPOSED = "e\u0301l@example.org";
    private static final String TAKEN_COMPOSED = "\u00e9l@example.org";

    private final TestDatabase database = TestDatabase.empty();
    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());

    @BeforeEach
    void migrate() {
        migrate("20");
        List.of("ada@example.org", DECOMPOSED, TAKEN_DECOMPOSED, TAKEN_COMPOSED).forEach(this::addAsBefore);
        migrate("latest");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void anAddressIsComposedUnlessAnotherAccountHasItAlready() {
        assertThat(jdbc.sql("select email from account").query(String.class).list())
                .containsExactlyInAnyOrder(
                        "ada@example.org", EmailAddress.of(DECOMPOSED).value(), TAKEN_DECOMPOSED, TAKEN_COMPOSED);
    }

    private void addAsBefore(String email) {
        jdbc.sql("insert into account (id, email, password_hash) values (:id, :email, 'hash')")
                .param("id", UUID.randomUUID())
                .param("email", email)
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
