package dev.parley.persistence.signin;

import dev.parley.persistence.shared.SqlSteps;
import dev.parley.persistence.shared.Times;
import java.time.Instant;

/**
 * The rows of a table that have expired: those whose time is now or was before.
 *
 * @param step what logs call the removal
 * @param key the columns of the primary key
 * @param time the column that says from when on a row has expired
 */
record ExpiredRows(String step, String table, String key, String time) {

    /**
     * Removes some, the oldest first, but none that another node is removing.
     *
     * @return how many were removed
     */
    int remove(SqlSteps statements, Instant now, int limit) {
        return statements.step(
                step,
                jdbc -> jdbc.sql("""
                        delete from %1$s where (%2$s) in (
                            select %2$s from %1$s where %3$s <= :now order by %3$s limit :limit
                            for update skip locked)""".formatted(table, key, time))
                        .param("now", Times.parameter(now))
                        .param("limit", limit)
                        .update());
    }
}
