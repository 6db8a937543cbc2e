package dev.parley.persistence.shared;

import dev.parley.application.shared.SystemFailure;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The one door to SQL: opens only inside a unit of work, and names the step that fails. */
@Component
public final class SqlSteps {

    private final JdbcClient jdbc;
    private final JdbcAggregateOperations aggregates;

    SqlSteps(JdbcClient jdbc, JdbcAggregateOperations aggregates) {
        this.jdbc = jdbc;
        this.aggregates = aggregates;
    }

    /**
     * Runs statements as one step.
     *
     * @param step the step's stable name, such as {@code session.insert}
     * @throws SystemFailure if the database refuses or cannot be reached
     * @throws IllegalStateException outside a unit of work
     */
    public <T> T step(String step, Function<JdbcClient, T> statements) {
        return guarded(step, () -> statements.apply(jdbc));
    }

    /**
     * Reads or writes whole rows as one step.
     *
     * @param step the step's stable name, such as {@code session.read}
     * @throws SystemFailure if the database refuses or cannot be reached
     * @throws IllegalStateException outside a unit of work
     */
    public <T> T rows(String step, Function<JdbcAggregateOperations, T> operations) {
        return guarded(step, () -> operations.apply(aggregates));
    }

    private static <T> T guarded(String step, Supplier<T> statements) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(step + " needs a unit of work");
        }
        try {
            return statements.get();
        } catch (DataAccessException e) {
            throw DatabaseFailure.of(step, e);
        }
    }
}
