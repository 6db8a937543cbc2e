package dev.parley.bootstrap.diagnosis;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Looks at one aspect of a database. */
interface Check {

    /** What the check is about, in a word or two. */
    String subject();

    /** Looks at it, and leaves the connection in auto-commit mode and the database as it was. */
    List<Finding> examine(Connection connection) throws SQLException;
}
