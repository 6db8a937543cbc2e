package dev.parley.persistence.signin;

import static dev.parley.persistence.signin.SignInRowMapper.MAPPER;

import dev.parley.domain.signin.SignIn;
import dev.parley.persistence.shared.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

@Table("sign_in")
record SignInRow(@Id UUID id, UUID accountId, String client, Instant createdAt, Instant lastUsedAt, Instant expiresAt) {

    /** The sign-in in the columns of a row. */
    static SignIn signIn(ResultSet row, int number) throws SQLException {
        return MAPPER.signIn(new SignInRow(
                row.getObject("id", UUID.class),
                row.getObject("account_id", UUID.class),
                row.getString("client"),
                Times.column(row, "created_at"),
                Times.column(row, "last_used_at"),
                Times.column(row, "expires_at")));
    }
}
