package dev.parley.bootstrap.database;

import dev.parley.bootstrap.settings.Setting;
import org.flywaydb.core.api.FlywayException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class MigrationFailureAnalyzer extends AbstractFailureAnalyzer<FlywayException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, FlywayException cause) {
        String sentence = "The schema of the database in " + Setting.DATABASE_URL + " cannot be brought up to date: "
                + cause.getMessage();
        return new FailureAnalysis(sentence, null, failure);
    }
}
