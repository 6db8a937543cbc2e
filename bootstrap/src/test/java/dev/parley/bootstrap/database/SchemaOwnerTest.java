package dev.parley.bootstrap.database;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.bootstrap.failure.InvalidConfigurationException;
import dev.parley.persistence.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class SchemaOwnerTest {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final DatabaseAccess REACHABLE =
            new DatabaseAccess(DATABASE.url(), DATABASE.username(), DATABASE.password());
    private static final DatabaseAccess AWAY =
            new DatabaseAccess("jdbc:postgresql://127.0.0.1:1/nowhere", "nobody", null);

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void whoCannotConnectAsTheRuntimeRoleIsToldSo() {
        SchemaOwner owner = new SchemaOwner(new DatabaseRoutes(AWAY, AWAY, REACHABLE));

        assertThatExceptionOfType(InvalidConfigurationException.class)
                .isThrownBy(owner::grantRuntimeRole)
                .withMessageStartingWith("PostgreSQL at jdbc:postgresql://127.0.0.1:1/nowhere cannot be reached");
    }

    @Test
    void whoCannotConnectAsTheOwnerIsToldSo() {
        SchemaOwner owner = new SchemaOwner(new DatabaseRoutes(REACHABLE, REACHABLE, AWAY));

        assertThatExceptionOfType(InvalidConfigurationException.class)
                .isThrownBy(owner::grantRuntimeRole)
                .withMessageStartingWith("PostgreSQL at jdbc:postgresql://127.0.0.1:1/nowhere cannot be reached");
    }
}
