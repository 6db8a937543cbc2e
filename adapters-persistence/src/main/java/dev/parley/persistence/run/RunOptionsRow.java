package dev.parley.persistence.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * How a waiting run is to be answered.
 *
 * @param requester JSON; null where an older node took the run in
 */
record RunOptionsRow(
        String locale,
        boolean allowCancel,
        boolean clientActs,
        @Nullable String requester) {

    static RunOptionsRow of(ResultSet row) throws SQLException {
        return new RunOptionsRow(
                row.getString("locale"),
                row.getBoolean("allow_cancel"),
                row.getBoolean("client_acts"),
                row.getString("requester"));
    }
}
