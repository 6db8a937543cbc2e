package dev.parley.persistence.idempotency;

import dev.parley.domain.idempotency.Claim;
import dev.parley.domain.idempotency.Fingerprint;
import dev.parley.domain.idempotency.IdempotencyError;
import dev.parley.domain.idempotency.IdempotencyRepository;
import dev.parley.domain.idempotency.KeyedOutcome;
import dev.parley.domain.shared.Failure;
import dev.parley.persistence.shared.SqlSteps;
import dev.parley.persistence.shared.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Outcomes of keyed requests in PostgreSQL. */
@Component
final class JdbcIdempotencyRepository implements IdempotencyRepository {

    static final String FIND =
            "select fingerprint, outcome, created_at from idempotency where account_id = :account and key = :key";

    /** Rows are deleted by their places, which their locks keep; by their keys, the whole table would be read for them. */
    static final String REMOVE = """
            delete from idempotency where ctid = any(array(
                select ctid from idempotency
                where created_at < :time order by created_at limit :maximum
                for update skip locked))""";

    private final SqlSteps statements;

    JdbcIdempotencyRepository(SqlSteps statements) {
        this.statements = statements;
    }

    /** Two statements, as one would look for the outcome as of a time before it had the lock. */
    @Override
    public Optional<KeyedOutcome> take(Claim claim) {
        if (!lock(claim)) {
            throw new Failure(IdempotencyError.IDEMPOTENCY_KEY_IN_USE);
        }
        return statements.step(
                "idempotency.read",
                jdbc -> jdbc.sql(FIND)
                        .param("account", claim.account().value())
                        .param("key", claim.key().value())
                        .query((row, number) -> outcome(claim, row))
                        .optional());
    }

    @Override
    public void add(KeyedOutcome outcome) {
        Claim claim = outcome.claim();
        statements.step(
                "idempotency.insert",
                jdbc -> jdbc.sql("""
                        insert into idempotency (account_id, key, fingerprint, outcome, created_at)
                        values (:account, :key, :fingerprint, :outcome, :created)""")
                        .param("account", claim.account().value())
                        .param("key", claim.key().value())
                        .param("fingerprint", claim.fingerprint().sha256())
                        .param("outcome", outcome.snapshot())
                        .param("created", Times.parameter(outcome.at()))
                        .update());
    }

    @Override
    public int removeOlderThan(Instant time, int maximum) {
        return statements.step(
                "idempotency.delete",
                jdbc -> jdbc.sql(REMOVE)
                        .param("time", Times.parameter(time))
                        .param("maximum", maximum)
                        .update());
    }

    private boolean lock(Claim claim) {
        return statements.step(
                "idempotency.lock",
                jdbc -> jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended(:name, 0))")
                        .param(
                                "name",
                                "idempotency " + claim.account() + " "
                                        + claim.key().value())
                        .query(Boolean.class)
                        .single());
    }

    private static KeyedOutcome outcome(Claim claim, ResultSet row) throws SQLException {
        Claim earlier = new Claim(claim.account(), claim.key(), new Fingerprint(row.getString("fingerprint")));
        return new KeyedOutcome(earlier, row.getString("outcome"), Times.column(row, "created_at"));
    }
}
