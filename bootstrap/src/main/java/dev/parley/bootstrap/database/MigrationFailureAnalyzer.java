package dev.parley.bootstrap.database;

import dev.parley.application.shared.RootCause;
import dev.parley.bootstrap.settings.Setting;
import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class MigrationFailureAnalyzer extends AbstractFailureAnalyzer<FlywayException> {

    private static final String REMEDY = "Set " + Setting.MIGRATION_USERNAME + " and " + Setting.MIGRATION_PASSWORD
            + " to the role that owns the schema, or let the role create tables: grant create, usage on schema public to …";

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    @Override
    protected FailureAnalysis analyze(Throwable failure, FlywayException cause) {
        String sentence = "The schema of the database in " + Setting.DATABASE_URL + " cannot be brought up to date: "
                + (isForbidden(cause) ? RootCause.of(cause) + ". " + REMEDY : cause.getMessage());
        return new FailureAnalysis(sentence, null, failure);
    }

    private static boolean isForbidden(Throwable failure) {
        return NestedExceptionUtils.getMostSpecificCause(failure) instanceof SQLException sql
                && INSUFFICIENT_PRIVILEGE.equals(sql.getSQLState());
    }
}
