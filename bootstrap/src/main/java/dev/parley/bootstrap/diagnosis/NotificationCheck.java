package dev.parley.bootstrap.diagnosis;

import dev.parley.bootstrap.database.ConnectionPooler;
import dev.parley.bootstrap.database.DatabaseAccess;
import dev.parley.bootstrap.settings.Setting;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Does a notification arrive that is sent the way the pool's connections go?
 *
 * @param direct how notifications are listened to
 */
record NotificationCheck(DatabaseAccess direct) implements Check {

    @Override
    public String subject() {
        return "notifications";
    }

    @Override
    public List<Finding> examine(Connection connection) throws SQLException {
        try (Connection listening = direct.connect()) {
            return List.of(
                    ConnectionPooler.deliversNotifications(listening, connection)
                            ? Finding.ok("notifications: they arrive")
                            : Finding.mend(
                                    subject(),
                                    "they do not arrive; set " + Setting.DATABASE_DIRECT_URL
                                            + " to the address of PostgreSQL itself, behind the pooler"));
        }
    }
}
