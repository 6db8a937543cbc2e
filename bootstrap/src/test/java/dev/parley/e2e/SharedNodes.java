package dev.parley.e2e;

import dev.parley.persistence.testing.TestDatabase;
import java.util.List;

/**
 * Two nodes on one database, for all tests of this JVM that need no settings of their own and look at nothing but what their
 * own users have: to start a node takes a second. They and the database end with the JVM.
 */
final class SharedNodes {

    private SharedNodes() {}

    /** The database of both. */
    static TestDatabase database() {
        return Database.DATABASE;
    }

    /** A node whose assistant echoes until a test scripts it. */
    static ParleyServer one() {
        return echoing(One.NODE);
    }

    /** Both nodes, whose assistants echo until a test scripts them. */
    static List<ParleyServer> both() {
        return List.of(one(), echoing(Another.NODE));
    }

    private static ParleyServer echoing(ParleyServer node) {
        node.assistant().reset();
        return node;
    }

    private static ParleyServer start() {
        return ParleyServer.on(database(), "spring.main.register-shutdown-hook=false");
    }

    private static final class Database {

        private static final TestDatabase DATABASE = TestDatabase.create();
    }

    private static final class One {

        private static final ParleyServer NODE = start();
    }

    private static final class Another {

        private static final ParleyServer NODE = start();
    }
}
