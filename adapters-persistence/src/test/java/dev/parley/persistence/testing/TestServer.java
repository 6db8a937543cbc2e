package dev.parley.persistence.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** A PostgreSQL server that serves this JVM's tests. */
final class TestServer {

    private static final String IMAGE = "postgres:18-alpine";
    private static final Pattern URL = Pattern.compile("(jdbc:postgresql:(?://[^/]*/)?)([^/?]*)(\\?.*)?");

    /** Where the library unpacks PostgreSQL's programs for all JVMs. */
    private static final Path PROGRAMS = Path.of(System.getProperty("java.io.tmpdir"), "embedded-pg");

    private final String adminUrl;
    private final String username;
    private final String password;
    private final Set<String> databases = ConcurrentHashMap.newKeySet();

    private TestServer(String adminUrl, String username, String password) {
        this.adminUrl = adminUrl;
        this.username = username;
        this.password = password;
    }

    /** The server that the environment names, else a container where Docker answers, else an embedded one. */
    static TestServer start() {
        Map<String, String> environment = System.getenv();
        String url = environment.getOrDefault("PARLEY_TEST_DATABASE_URL", "");
        if (!url.isBlank()) {
            return named(url, environment);
        }
        return DockerClientFactory.instance().isDockerAvailable() ? container() : embedded();
    }

    String username() {
        return username;
    }

    String password() {
        return password;
    }

    String urlOf(String database) {
        return URL.matcher(adminUrl).replaceFirst("$1" + database + "$3");
    }

    /** Creates a database and returns its name, which no other has. */
    String createDatabase(String template) {
        String name = "parley_test_" + UUID.randomUUID().toString().replace("-", "");
        execute("create database " + name + " template " + template);
        databases.add(name);
        return name;
    }

    void dropDatabase(String name) {
        execute("drop database if exists " + name + " with (force)");
        databases.remove(name);
    }

    private void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(adminUrl, username, password);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("the test server refused: " + sql, e);
        }
    }

    /** This server outlives the JVM, so the JVM takes its databases along when it ends. */
    private static TestServer named(String url, Map<String, String> environment) {
        if (!URL.matcher(url).matches()) {
            throw new IllegalArgumentException("PARLEY_TEST_DATABASE_URL is not a JDBC URL of PostgreSQL: " + url);
        }
        TestServer server = new TestServer(
                url,
                environment.getOrDefault("PARLEY_TEST_DATABASE_USERNAME", "postgres"),
                environment.getOrDefault("PARLEY_TEST_DATABASE_PASSWORD", ""));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> server.databases.forEach(server::dropDatabase)));
        return server;
    }

    /** Testcontainers ends the container with the JVM. */
    @SuppressWarnings("resource")
    private static TestServer container() {
        PostgreSQLContainer container = new PostgreSQLContainer(IMAGE);
        container.start();
        return new TestServer(container.getJdbcUrl(), container.getUsername(), container.getPassword());
    }

    /**
     * The server ends itself with the JVM. Its defaults would lose commits in a crash, and put its data where the last
     * embedded server of a test has had its own.
     */
    @SuppressWarnings("resource")
    private static TestServer embedded() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(PROGRAMS.toFile())
                    .setDataDirectory(Files.createTempDirectory("parley-test-postgres"))
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .start();
            return new TestServer(server.getJdbcUrl("postgres", "postgres"), "postgres", "");
        } catch (IOException e) {
            throw new UncheckedIOException("the embedded PostgreSQL does not start", e);
        }
    }
}
