package dev.parley.persistence.shared;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.PreparedStatementCreatorFactory;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;

/** Logs each statement at DEBUG with the names and types of its parameters, and never with their values. */
@Component
final class ParameterTypeLogging extends NamedParameterJdbcTemplate {

    private static final Logger log = LoggerFactory.getLogger(ParameterTypeLogging.class);

    ParameterTypeLogging(JdbcTemplate template) {
        super(template);
    }

    @Override
    protected PreparedStatementCreator getPreparedStatementCreator(
            String sql, SqlParameterSource parameters, @Nullable Consumer<PreparedStatementCreatorFactory> customizer) {
        if (log.isDebugEnabled()) {
            log.debug("{} with {}", sql.replaceAll("\\s+", " "), types(parameters));
        }
        return super.getPreparedStatementCreator(sql, parameters, customizer);
    }

    private static String types(SqlParameterSource parameters) {
        String[] names = parameters.getParameterNames();
        return names == null
                ? "no parameters"
                : Arrays.stream(names)
                        .map(name -> name + ": " + type(parameters.getValue(name)))
                        .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String type(@Nullable Object value) {
        return value == null ? "null" : value.getClass().getSimpleName();
    }
}
