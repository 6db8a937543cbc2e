package dev.parley.persistence.testing;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * A migrated database that no other test uses, on a real PostgreSQL: the server that {@code PARLEY_TEST_DATABASE_URL}
 * names (with {@code _USERNAME} and {@code _PASSWORD}), else a container where Docker answers, else an embedded one.
 */
public final class TestDatabase implements AutoCloseable {

    private static final TestServer SERVER = TestServer.start();
    private static final String TEMPLATE = migratedTemplate();

    private final String name;
    private final HikariDataSource dataSource;

    private TestDatabase(String name) {
        this.name = name;
        this.dataSource = pool();
    }

    /** A new database with the schema and without rows. */
    public static TestDatabase create() {
        return new TestDatabase(SERVER.createDatabase(TEMPLATE));
    }

    /** A new database without the schema. */
    public static TestDatabase empty() {
        return new TestDatabase(SERVER.createDatabase("template0"));
    }

    /** The JDBC URL of this database. */
    public String url() {
        return SERVER.urlOf(name);
    }

    /** The user to connect as. */
    public String username() {
        return SERVER.username();
    }

    /** The user's password; empty where none is needed. */
    public String password() {
        return SERVER.password();
    }

    /** A pool of at most 16 connections, which are made when they are asked for and closed with the database. */
    public DataSource dataSource() {
        return dataSource;
    }

    /** Drops the database, even from under living connections. */
    @Override
    public void close() {
        dataSource.close();
        SERVER.dropDatabase(name);
    }

    private HikariDataSource pool() {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url());
        pool.setUsername(username());
        pool.setPassword(password());
        pool.setMaximumPoolSize(16);
        pool.setMinimumIdle(1);
        return pool;
    }

    private static String migratedTemplate() {
        String template = SERVER.createDatabase("template0");
        Flyway.configure()
                .dataSource(SERVER.urlOf(template), SERVER.username(), SERVER.password())
                .load()
                .migrate();
        return template;
    }
}
