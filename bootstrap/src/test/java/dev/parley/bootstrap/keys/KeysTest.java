package dev.parley.bootstrap.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.bootstrap.command.ExecutedCommand;
import dev.parley.domain.access.Secret;
import dev.parley.persistence.testing.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class KeysTest {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final JdbcClient JDBC = JdbcClient.create(DATABASE.dataSource());

    private ExecutedCommand executed = new ExecutedCommand(0, "", "");

    KeysTest() {
        JDBC.sql("delete from api_key").update();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void aNewKeyIsPrintedAloneAndOnlyItsHashIsStored() {
        assertThat(obey("add", "backend")).isZero();

        assertThat(executed.out()).matches("parley_sk_[0-9a-f]{64}\\R");
        assertThat(executed.err()).contains("cannot be shown again");
        assertThat(JDBC.sql("select name || ' ' || secret_hash from api_key")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "backend " + new Secret(executed.out().strip()).hash().value());
    }

    @Test
    void keysAreListedByNameAndWithoutTheirSecrets() {
        obey("add", "web");
        obey("add", "app");

        assertThat(obey("list")).isZero();

        assertThat(executed.out())
                .matches("app\t\\d{4}-.*Z\t600 requests a minute\\Rweb\t\\d{4}-.*Z\t600 requests a minute\\R");
    }

    @Test
    void aKeyMayHaveAnEndAndARate() {
        assertThat(obey("add", "web", "--expires", "90d", "--rate=60")).isZero();
        assertThat(JDBC.sql(
                                "select requests_per_minute from api_key where expires_at = created_at + interval '90 days'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(60);

        obey("list");

        assertThat(executed.out()).matches("web\t\\d{4}-.*Z\t60 requests a minute\tends \\d{4}-.*Z\\R");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--expires soon",
                "--expires=0s",
                "--expires -1d",
                "--expires 36501d",
                "--expires=99999999999999999999d",
                "--rate 0",
                "--rate=many",
                "--rate 1000001",
            })
    void termsThatMakeNoSenseAreRefused(String terms) {
        List<String> words = new ArrayList<>(List.of("add", "web"));
        words.addAll(List.of(terms.split(" ", -1)));

        assertThat(obey(words.toArray(String[]::new))).isOne();

        assertThat(executed.err()).matches("(expires|rate) must be from .*\\R");
        assertThat(executed.out()).isEmpty();
    }

    @Test
    void aRevokedKeyIsGone() {
        obey("add", "backend");

        assertThat(obey("revoke", "backend")).isZero();

        assertThat(JDBC.sql("select count(*) from api_key").query(Integer.class).single())
                .isZero();
    }

    @Test
    void aNameThatIsTakenIsRefused() {
        obey("add", "backend");

        assertThat(obey("add", "backend")).isOne();

        assertThat(executed.err()).contains("There is a key named backend already.");
        assertThat(executed.out()).isEmpty();
    }

    @Test
    void aKeyThatIsNotThereCannotBeRevoked() {
        assertThat(obey("revoke", "backend")).isOne();

        assertThat(executed.err()).contains("There is no key named backend.");
    }

    @Test
    void aNameThatIsNoneIsRefused() {
        assertThat(obey("add", "my key")).isOne();

        assertThat(executed.err()).startsWith("name must be");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "add",
                "add a b",
                "add a --expires",
                "add a --rate",
                "add a --expire 90d",
                "list all",
                "list --rate=1",
                "revoke",
                "remove a"
            })
    void whatMakesNoSenseIsAnsweredWithTheUsage(String words) {
        executed = ExecutedCommand.of(("keys " + words).strip().split(" ", -1));

        assertThat(executed.exitCode()).isEqualTo(2);
        assertThat(executed.err()).contains("Usage: parley.jar keys");
    }

    @Test
    void aDatabaseWithoutTheSchemaIsToldToStartParleyOnce() {
        JDBC.sql("alter table api_key rename to away").update();
        try {
            assertThat(obey("list")).isOne();

            assertThat(executed.err()).contains("start Parley once");
        } finally {
            JDBC.sql("alter table away rename to api_key").update();
        }
    }

    @Test
    void aDatabaseThatIsAwayIsToldWithoutItsPassword() {
        executed = ExecutedCommand.of(
                "keys",
                "list",
                "--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/parley",
                "--spring.datasource.password=sesame",
                "--parley.auth.jwt-secret=a secret that has 32 bytes, or so");

        assertThat(executed.exitCode()).isOne();

        assertThat(executed.err()).contains("SPRING_DATASOURCE_URL").doesNotContain("sesame");
    }

    @Test
    void aFolderWithoutDataIsToldToStartParleyOnce(@TempDir Path folder) {
        executed = ExecutedCommand.of("keys", "list", "--parley.data-dir=" + folder);

        assertThat(executed.exitCode()).isOne();

        assertThat(executed.err()).contains("start Parley once");
    }

    private int obey(String... words) {
        List<String> arguments = new ArrayList<>(List.of("keys"));
        arguments.addAll(List.of(words));
        addDatabase(arguments);
        executed = ExecutedCommand.of(arguments.toArray(String[]::new));
        return executed.exitCode();
    }

    private static void addDatabase(List<String> arguments) {
        arguments.add("--spring.datasource.url=" + DATABASE.url());
        arguments.add("--spring.datasource.username=" + DATABASE.username());
        arguments.add("--spring.datasource.password=" + DATABASE.password());
        arguments.add("--parley.auth.jwt-secret=a secret that has 32 bytes, or so");
    }
}
