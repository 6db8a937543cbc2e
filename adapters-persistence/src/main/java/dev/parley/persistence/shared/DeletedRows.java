package dev.parley.persistence.shared;

import java.time.Duration;

/** The tables that keep where deleted entries of lists stood. */
public final class DeletedRows {

    private DeletedRows() {}

    /**
     * Forgets some that were deleted longer ago than this, by the database's clock, the oldest first, but none that another
     * node is forgetting.
     *
     * @param key the columns of the primary key
     * @return how many were forgotten
     */
    public static int forget(SqlSteps statements, String table, String key, Duration age, int maximum) {
        return statements.step(
                "deleted.forget",
                jdbc -> jdbc.sql("""
                        delete from %1$s where (%2$s) in (
                            select %2$s from %1$s
                            where deleted_at < now() - make_interval(secs => :seconds)
                            order by deleted_at limit :maximum
                            for update skip locked)""".formatted(table, key))
                        .param("seconds", (double) age.toSeconds())
                        .param("maximum", maximum)
                        .update());
    }
}
