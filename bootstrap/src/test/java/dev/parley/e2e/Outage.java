package dev.parley.e2e;

import dev.parley.persistence.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes a database away from under its servers, and brings it back, as a restart or a failover does. */
final class Outage implements AutoCloseable {

    private final TestDatabase maintenance = TestDatabase.create();
    private final JdbcClient jdbc = JdbcClient.create(maintenance.dataSource());
    private final String name;

    private Outage(String name) {
        this.name = name;
    }

    static Outage of(TestDatabase database) {
        return new Outage(database.url().replaceAll(".*/([^/?]+)(\\?.*)?", "$1"));
    }

    /** Ends all connections and lets nobody in. */
    void begin() {
        allowConnections(false);
        cutConnections();
    }

    /** Lets servers in again. */
    void end() {
        allowConnections(true);
    }

    /** Ends all connections; new ones are let in. */
    void cutConnections() {
        jdbc.sql("select pg_terminate_backend(pid, 10000) from pg_stat_activity where datname = :name")
                .param("name", name)
                .query()
                .listOfRows();
    }

    /** How many connections wait for a lock. */
    long waiting() {
        return count("wait_event_type = 'Lock'");
    }

    /** How many connections listen to notifications. */
    long listening() {
        return count("application_name = 'parley-notifications'");
    }

    @Override
    public void close() {
        maintenance.close();
    }

    private void allowConnections(boolean allowed) {
        jdbc.sql("alter database \"%s\" allow_connections %s".formatted(name, allowed))
                .update();
    }

    private long count(String condition) {
        return jdbc.sql("select count(*) from pg_stat_activity where datname = :name and " + condition)
                .param("name", name)
                .query(Long.class)
                .single();
    }
}
