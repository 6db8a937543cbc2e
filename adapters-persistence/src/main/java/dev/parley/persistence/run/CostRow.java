package dev.parley.persistence.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.data.relational.core.mapping.Column;

/** The columns of what a run cost. */
record CostRow(
        String model,
        long promptTokens,
        long completionTokens,
        long reasoningTokens,
        @Column("first_token_ms") long firstTokenMillis,
        @Column("total_ms") long totalMillis) {

    static final String COLUMNS = "model, prompt_tokens, completion_tokens, reasoning_tokens, first_token_ms, total_ms";

    static CostRow of(ResultSet row) throws SQLException {
        return new CostRow(
                row.getString("model"),
                row.getLong("prompt_tokens"),
                row.getLong("completion_tokens"),
                row.getLong("reasoning_tokens"),
                row.getLong("first_token_ms"),
                row.getLong("total_ms"));
    }
}
