package dev.parley.architecture.bad.persistence.conversation;

import java.sql.Connection;
import java.sql.SQLException;

/** Units of work commit elsewhere. */
record CommitsTheConnection(Connection connection) {

    void commit() throws SQLException {
        connection.commit();
    }
}
