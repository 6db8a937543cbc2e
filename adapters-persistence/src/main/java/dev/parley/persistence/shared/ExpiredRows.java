package dev.parley.persistence.shared;

import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * The rows of a table that expire.
 *
 * @param step what logs call the removal
 * @param key the columns of the primary key
 * @param time the column by which they expire
 */
public record ExpiredRows(String step, String table, String key, String time) {

    /**
     * Removes some whose time is now or was before, the oldest first, but none that another node is removing.
     *
     * @return how many were removed
     */
    public int remove(SqlSteps statements, Instant now, int limit) {
        return remove(statements, "<= :now", limit, statement -> statement.param("now", Times.parameter(now)));
    }

    /**
     * Removes some whose time was longer ago than this, by the database's clock, the oldest first, but none that another node
     * is removing.
     *
     * @return how many were removed
     */
    public int remove(SqlSteps statements, Duration age, int limit) {
        return remove(
                statements,
                "< now() - make_interval(secs => :seconds)",
                limit,
                statement -> statement.param("seconds", (double) age.toSeconds()));
    }

    private int remove(SqlSteps statements, String isExpired, int limit, UnaryOperator<StatementSpec> parameters) {
        return statements.step(
                step,
                jdbc -> parameters
                        .apply(jdbc.sql("""
                                delete from %1$s where (%2$s) in (
                                    select %2$s from %1$s where %3$s %4$s order by %3$s limit :limit
                                    for update skip locked)""".formatted(table, key, time, isExpired)))
                        .param("limit", limit)
                        .update());
    }
}
