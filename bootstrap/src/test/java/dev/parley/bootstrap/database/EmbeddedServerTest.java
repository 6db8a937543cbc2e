package dev.parley.bootstrap.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.bootstrap.failure.InvalidConfigurationException;
import dev.parley.bootstrap.folder.DataFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@WithEmbeddedServer
class EmbeddedServerTest {

    private static final Set<String> SET_BY_SHELLS = Set.of("PWD", "OLDPWD", "SHLVL", "_");

    @TempDir
    private static Path sharedPath;

    private static DataFolder sharedFolder;

    /** For tests that only look. */
    private static EmbeddedServer shared;

    @TempDir
    private Path path;

    @BeforeAll
    static void startShared() {
        sharedFolder = DataFolder.take(sharedPath);
        shared = EmbeddedServer.start(sharedFolder);
    }

    @AfterAll
    static void stopShared() throws IOException {
        shared.close();
        sharedFolder.close();
    }

    @Test
    void aStopThatFailsDoesNotHideWhyTheStartFailed() {
        SQLException failure = new SQLException("no role");
        IOException second = new IOException("pg_ctl failed with 1");

        EmbeddedServer.stopAfter(failure, () -> {
            throw second;
        });

        assertThat(failure.getSuppressed()).containsExactly(second);
    }

    @Test
    void aStopThatIsInterruptedInterruptsTheStart() {
        SQLException failure = new SQLException("no role");

        EmbeddedServer.stopAfter(failure, () -> {
            throw new InterruptedException();
        });

        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure.getSuppressed()).singleElement().isInstanceOf(InterruptedException.class);
    }

    @Test
    void whatPostgresqlSaysLastIsInTheSentence() throws Exception {
        start(server -> {});
        Files.writeString(cluster().resolve("postgresql.conf"), "shared_buffers = nonsense");

        assertThatExceptionOfType(InvalidConfigurationException.class)
                .isThrownBy(() -> start(server -> {}))
                .withMessageContainingAll("postgres.log, ends with: ", "shared_buffers", "nonsense")
                .satisfies(refusal -> assertThat(refusal.sentence().lines()).hasSize(1));
    }

    @Test
    void anotherPlatformThanThatOfTheBuildIsRefused() {
        Platform here = Platform.current();

        assertThatExceptionOfType(InvalidConfigurationException.class)
                .isThrownBy(() -> new Platform(here.system(), "riscv64").refuseWithoutPostgres())
                .withMessage("This jar was built on " + here + " and has no PostgreSQL for "
                        + here.toString().replaceFirst("/.*", "/riscv64")
                        + "; set spring.datasource.url (SPRING_DATASOURCE_URL), or build it here.");
    }

    @Test
    void dataAreThereAfterARestart() throws Exception {
        start(server -> execute(server, "create table kept as select 42 as answer"));

        start(server -> assertThat(ask(server, "select answer from kept")).isEqualTo("42"));
    }

    @Test
    void whatAKilledServerCommittedIsThere() throws Exception {
        Process other = startInAnotherProcess();
        other.destroyForcibly().waitFor();

        start(server -> assertThat(ask(server, "select answer from kept")).isEqualTo("42"));
    }

    @Test
    void whatWasCommittedBeforePostgresWasKilledIsThere() throws Exception {
        Process other = startInAnotherProcess();
        ProcessHandle postgres = postmaster();
        postgres.destroyForcibly();
        other.destroyForcibly().waitFor();

        start(server -> assertThat(ask(server, "select answer from kept")).isEqualTo("42"));
    }

    @Test
    void aServerThatIsAliveIsLeftAlone() throws Exception {
        Process other = startInAnotherProcess();
        ProcessHandle postgres = postmaster();

        assertThatExceptionOfType(InvalidConfigurationException.class).isThrownBy(() -> DataFolder.take(path));
        assertThat(postgres.isAlive()).isTrue();

        other.destroyForcibly().waitFor();
        start(server -> assertThat(postgres.isAlive()).isFalse());
    }

    @Test
    void theProcessOfAnotherProgramIsLeftAlone() throws Exception {
        start(server -> {});
        Process bystander = new ProcessBuilder("sleep", "600").start();
        Files.writeString(cluster().resolve("postmaster.pid"), bystander.pid() + "\n" + cluster() + "\n");

        start(server -> assertThat(bystander.isAlive()).isTrue());

        bystander.destroyForcibly();
    }

    @Test
    void aHalfMadeClusterIsMadeAnew() throws Exception {
        Path unfinished = Files.createDirectory(path.resolve("postgres.new"));
        Files.writeString(unfinished.resolve("postgresql.conf"), "# cut off");

        start(server -> assertThat(ask(server, "select 42")).isEqualTo("42"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fsync", "synchronous_commit", "full_page_writes"})
    void durabilityIsOn(String setting) throws Exception {
        assertThat(ask(shared, "show " + setting)).isEqualTo("on");
    }

    @Test
    void nobodyGetsInWithoutThePassword() throws Exception {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> new DatabaseAccess(shared.routes().runtime().url(), "postgres", "guess").connect())
                .satisfies(failure -> assertThat(failure.getSQLState()).isEqualTo("28P01"));
    }

    @Test
    void theRuntimeRoleIsNoSuperuserAndOwnsNothing() throws Exception {
        assertThat(ask(shared.routes().runtime(), "select current_user")).isEqualTo("parley");
        for (DatabaseAccess role :
                List.of(shared.routes().runtime(), shared.routes().migration())) {
            assertThat(
                            ask(
                                    role,
                                    "select rolsuper or rolcreaterole or rolcreatedb from pg_roles where rolname = current_user"))
                    .isEqualTo("f");
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> ask(role, "copy pg_class from program 'true'"))
                    .withMessageContaining("permission denied");
        }
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> ask(shared.routes().runtime(), "create table mine as select 1"))
                .withMessageContaining("permission denied");
    }

    @Test
    void whatItsSuperuserOwnedInAnEarlierVersionIsTakenOver() throws Exception {
        start(server -> {
            try (Connection connection = EmbeddedSchema.superuser(server, path).connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("create table kept (answer serial)");
                statement.execute("insert into kept values (42)");
                statement.execute(
                        "create function count_kept() returns bigint language sql as 'select count(*) from kept'");
            }
        });

        start(server -> {
            assertThat(ask(server.routes().runtime(), "select answer from kept"))
                    .isEqualTo("42");
            assertThat(ask(server, "select distinct tableowner from pg_tables where schemaname = 'public'"))
                    .isEqualTo("parley_owner");
            execute(server, "alter table kept add column more int");
            execute(server, "drop function count_kept()");
        });
    }

    @Test
    void itKnowsNothingOfParleysEnvironment() throws Exception {
        DatabaseAccess superuser = EmbeddedSchema.superuser(shared, sharedPath);

        Set<String> others = new HashSet<>(System.getenv().keySet());
        others.removeAll(PostgresCommand.INHERITED_VARIABLES);
        others.removeAll(SET_BY_SHELLS);

        String variables = ask(superuser, """
                create temp table variable (line text);
                copy variable from program 'env';
                select string_agg(line, chr(10)) from variable""");

        assertThat(variables.lines().map(line -> line.split("=", 2)[0]))
                .contains("PATH")
                .noneMatch(others::contains);
    }

    @Test
    void itIsReachedFromThisMachineOnly() throws Exception {
        DatabaseAccess superuser = EmbeddedSchema.superuser(shared, sharedPath);
        assertThat(ask(superuser, "show listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(ask(superuser, "show unix_socket_directories")).isEmpty();
    }

    @Test
    void itsFilesAreItsOwnersAlone() throws Exception {
        assertThat(permissions("postgres")).isEqualTo("rwx------");
        assertThat(permissions("postgres-password")).isEqualTo("rw-------");
        assertThat(permissions("postgres-owner-password")).isEqualTo("rw-------");
        assertThat(permissions("postgres-parley-password")).isEqualTo("rw-------");
        assertThat(permissions("postgres.log")).isEqualTo("rw-------");
        assertThat(permissions("binaries")).startsWith("rwx").matches("rwx..-..-");
    }

    @Test
    void aMissingPasswordIsRefusedByName() throws Exception {
        start(server -> {});
        Files.delete(path.resolve("postgres-password"));

        try (DataFolder folder = DataFolder.take(path)) {
            assertThatExceptionOfType(InvalidConfigurationException.class)
                    .isThrownBy(() -> EmbeddedServer.start(folder))
                    .withMessageContaining("postgres-password");
        }
    }

    @Test
    void dataOfAnotherMajorVersionAreRefusedWithTheOneThatOpensThem() throws Exception {
        start(server -> execute(server, "create table kept as select 42 as answer"));
        Path version = cluster().resolve("PG_VERSION");
        String ours = Files.readString(version);
        Files.writeString(version, "17\n");

        assertThatExceptionOfType(InvalidConfigurationException.class)
                .isThrownBy(() -> start(server -> {}))
                .withMessageContainingAll(
                        "are of PostgreSQL 17",
                        "this Parley brings PostgreSQL " + ours.strip(),
                        "start a Parley that brings PostgreSQL 17",
                        "pg_dump")
                .satisfies(refusal -> assertThat(refusal.sentence().lines()).hasSize(1));

        Files.writeString(version, ours);
        start(server -> assertThat(ask(server, "select answer from kept")).isEqualTo("42"));
    }

    @Test
    void aServerWhoseRolesCannotBeMadeIsStopped() throws Exception {
        start(server -> {});
        try (RandomAccessFile password =
                new RandomAccessFile(path.resolve("postgres-owner-password").toFile(), "rw")) {
            password.setLength(Integer.MAX_VALUE + 1L);
        }

        try (DataFolder folder = DataFolder.take(path)) {
            assertThatExceptionOfType(OutOfMemoryError.class).isThrownBy(() -> EmbeddedServer.start(folder));
        }

        assertThat(cluster().resolve("postmaster.pid")).doesNotExist();
    }

    /** What {@link #startInAnotherProcess} runs. */
    static final class Other {

        public static void main(String[] arguments) throws Exception {
            EmbeddedServer server = EmbeddedServer.start(DataFolder.take(Path.of(arguments[0])));
            execute(server, "create table kept as select 42 as answer");
            System.out.println("committed");
            System.in.read();
        }
    }

    private Process startInAnotherProcess() throws IOException {
        UnpackedBinaries.linkInto(path);
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Other.class.getName(),
                        path.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output = process.inputReader();
        assertThat(output.lines().filter("committed"::equals).findFirst()).isPresent();
        return process;
    }

    private ProcessHandle postmaster() throws IOException {
        long pid = Long.parseLong(
                Files.readAllLines(cluster().resolve("postmaster.pid")).getFirst());
        return ProcessHandle.of(pid).orElseThrow();
    }

    private void start(Use use) throws Exception {
        try (DataFolder folder = DataFolder.take(path);
                EmbeddedServer server = EmbeddedServer.start(folder)) {
            use.of(server);
        }
    }

    private static void execute(EmbeddedServer server, String sql) throws SQLException {
        try (Connection connection = server.routes().migration().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(EmbeddedServer server, String sql) throws SQLException {
        return ask(server.routes().migration(), sql);
    }

    /** The first value of the last of some statements. */
    private static String ask(DatabaseAccess role, String sql) throws SQLException {
        try (Connection connection = role.connect();
                Statement statement = connection.createStatement()) {
            boolean isRows = statement.execute(sql);
            while (!isRows && statement.getUpdateCount() >= 0) {
                isRows = statement.getMoreResults();
            }
            try (ResultSet row = statement.getResultSet()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private static String permissions(String name) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(sharedPath.resolve(name)));
    }

    private Path cluster() {
        return path.resolve("postgres");
    }

    /** What a test does with a server. */
    interface Use {

        void of(EmbeddedServer server) throws Exception;
    }
}
