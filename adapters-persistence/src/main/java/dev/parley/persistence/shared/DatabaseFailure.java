package dev.parley.persistence.shared;

import dev.parley.application.shared.SystemFailure;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;

/** Tells a database that cannot serve now from a statement that is wrong. */
final class DatabaseFailure {

    /**
     * Classes of SQLSTATE (PostgreSQL, appendix A) that pass: connection, transaction rollback, lock or object in use,
     * resources, operator intervention, system error.
     */
    private static final Set<String> PASSING_CLASSES = Set.of("08", "40", "53", "55", "57", "58");

    private static final String READ_ONLY_TRANSACTION = "25006";

    private DatabaseFailure() {}

    static SystemFailure of(String step, DataAccessException failure) {
        return passes(failure) ? SystemFailure.unavailable(step, failure) : SystemFailure.internal(step, failure);
    }

    private static boolean passes(DataAccessException failure) {
        return failure instanceof TransientDataAccessException
                || failure instanceof DataAccessResourceFailureException
                || passes(sqlState(failure));
    }

    private static boolean passes(@Nullable String state) {
        return state != null
                && state.length() == 5
                && (PASSING_CLASSES.contains(state.substring(0, 2)) || state.equals(READ_ONLY_TRANSACTION));
    }

    private static @Nullable String sqlState(DataAccessException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql.getSQLState();
            }
        }
        return null;
    }
}
