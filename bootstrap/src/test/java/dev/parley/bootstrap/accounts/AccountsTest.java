package dev.parley.bootstrap.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.bootstrap.command.ExecutedCommand;
import dev.parley.domain.access.Secret;
import dev.parley.persistence.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class AccountsTest {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final JdbcClient JDBC = JdbcClient.create(DATABASE.dataSource());

    private ExecutedCommand executed = new ExecutedCommand(0, "", "");

    AccountsTest() {
        JDBC.sql("delete from account").update();
        JDBC.sql("""
                        insert into account (id, email, password_hash)
                        values (gen_random_uuid(), 'ada@example.org', 'a hash')""").update();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void aCodeIsPrintedAloneAndOnlyItsHashIsStored() {
        assertThat(obey("reset-password", "Ada@Example.org")).isZero();

        assertThat(executed.out()).matches("parley_reset_[0-9a-f]{64}\\R");
        assertThat(executed.err()).contains("/api/v1/auth/password/reset", "works once");
        assertThat(JDBC.sql("select code_hash from password_reset")
                        .query(String.class)
                        .list())
                .containsExactly(new Secret(executed.out().strip()).hash().value());
    }

    @Test
    void whoIsNotThereIsRefused() {
        assertThat(obey("reset-password", "eve@example.org")).isOne();

        assertThat(executed.err()).contains("There is no account with the email eve@example.org.");
        assertThat(executed.out()).isEmpty();
    }

    @Test
    void whatIsNoAddressIsRefused() {
        assertThat(obey("reset-password", "ada")).isOne();

        assertThat(executed.err()).startsWith("email must be");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "reset-password", "reset-password a b", "delete ada@example.org"})
    void whatMakesNoSenseIsAnsweredWithTheUsage(String words) {
        assertThat(obey(words.isEmpty() ? new String[0] : words.split(" ", -1))).isEqualTo(2);

        assertThat(executed.err()).contains("Usage: parley.jar accounts");
    }

    private int obey(String... words) {
        List<String> arguments = new ArrayList<>(List.of("accounts"));
        arguments.addAll(List.of(words));
        arguments.add("--spring.datasource.url=" + DATABASE.url());
        arguments.add("--spring.datasource.username=" + DATABASE.username());
        arguments.add("--spring.datasource.password=" + DATABASE.password());
        arguments.add("--parley.auth.jwt-secret=a secret of tests with more than 32 bytes");
        executed = ExecutedCommand.of(arguments.toArray(String[]::new));
        return executed.exitCode();
    }
}
