package dev.parley.persistence.access;

import static dev.parley.persistence.access.AccessRowMapper.MAPPER;

import dev.parley.domain.access.ClientSession;
import dev.parley.persistence.shared.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A client session as it is read. */
record ClientSessionRow(
        String id,
        UUID accountId,
        String subject,
        SettingsJson settings,
        int requestsPerMinute,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant cancelledAt) {

    static final String COLUMNS =
            "id, account_id, subject, settings, requests_per_minute, created_at, expires_at, cancelled_at";

    /** The session in the columns of a row. */
    static ClientSession session(ResultSet row, int number) throws SQLException {
        return MAPPER.session(new ClientSessionRow(
                row.getString("id"),
                row.getObject("account_id", UUID.class),
                row.getString("subject"),
                SettingsJson.read(row.getString("settings")),
                row.getInt("requests_per_minute"),
                Times.column(row, "created_at"),
                Times.column(row, "expires_at"),
                Times.columnOrNull(row, "cancelled_at")));
    }
}
