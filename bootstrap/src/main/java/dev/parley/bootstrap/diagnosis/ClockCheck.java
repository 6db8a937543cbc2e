package dev.parley.bootstrap.diagnosis;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;

/** Do the database and this machine agree what time it is? Tokens expire by one and leases by the other. */
record ClockCheck(InstantSource clock) implements Check {

    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    @Override
    public String subject() {
        return "clock";
    }

    @Override
    public List<Finding> examine(Connection connection) throws SQLException {
        Instant before = clock.instant();
        Instant there = Query.rows(
                        connection, "select clock_timestamp()", row -> row.getObject(1, OffsetDateTime.class))
                .getFirst()
                .toInstant();
        Duration round = Duration.between(before, clock.instant());
        Duration skew = Duration.between(before.plus(round.dividedBy(2)), there).abs();
        return List.of(
                skew.compareTo(TOLERANCE) > 0
                        ? Finding.mend(
                                subject(),
                                "the database's clock is " + skew.toSeconds()
                                        + " s away from this machine's; keep both right with NTP")
                        : Finding.ok("clock: " + skew.toMillis() + " ms apart"));
    }
}
