package dev.parley.persistence.access;

import static dev.parley.persistence.access.AccessRowMapper.MAPPER;

import dev.parley.domain.access.ApiKey;
import dev.parley.persistence.shared.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An API key as it is read. */
record ApiKeyRow(String name, Instant createdAt, @Nullable Instant expiresAt, int requestsPerMinute) {

    static final String COLUMNS = "name, created_at, expires_at, requests_per_minute";

    /** The key in the columns of a row. */
    static ApiKey key(ResultSet row, int number) throws SQLException {
        return MAPPER.key(new ApiKeyRow(
                row.getString("name"),
                Times.column(row, "created_at"),
                Times.columnOrNull(row, "expires_at"),
                row.getInt("requests_per_minute")));
    }
}
