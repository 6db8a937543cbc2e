package dev.parley.persistence.access;

import dev.parley.domain.access.ApiKey;
import dev.parley.domain.access.ApiKeyRepository;
import dev.parley.domain.access.DuplicateKeyName;
import dev.parley.domain.access.KeyName;
import dev.parley.domain.access.SecretHash;
import dev.parley.persistence.shared.SqlSteps;
import dev.parley.persistence.shared.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** API keys in PostgreSQL. */
@Component
final class JdbcApiKeyRepository implements ApiKeyRepository {

    private static final String COLUMNS = "name, created_at, expires_at, requests_per_minute";

    private final SqlSteps statements;

    JdbcApiKeyRepository(SqlSteps statements) {
        this.statements = statements;
    }

    @Override
    public void add(ApiKey key, SecretHash hash) {
        int added = statements.step(
                "key.insert",
                jdbc -> jdbc.sql("""
                        insert into api_key (name, secret_hash, created_at, expires_at, requests_per_minute)
                        values (:name, :hash, :created, :expires, :requests) on conflict (name) do nothing""")
                        .param("name", key.name().value())
                        .param("hash", hash.value())
                        .param("created", Times.parameter(key.createdAt()))
                        .param("expires", nullable(key.expiresAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("requests", key.requestsPerMinute())
                        .update());
        if (added == 0) {
            throw new DuplicateKeyName(key.name());
        }
    }

    @Override
    public Optional<ApiKey> find(SecretHash hash) {
        return statements.step(
                "key.read",
                jdbc -> jdbc.sql("select " + COLUMNS + " from api_key where secret_hash = :hash")
                        .param("hash", hash.value())
                        .query(JdbcApiKeyRepository::key)
                        .optional());
    }

    @Override
    public List<ApiKey> list() {
        return statements.step(
                "key.list",
                jdbc -> jdbc.sql("select " + COLUMNS + " from api_key order by name collate \"C\"")
                        .query(JdbcApiKeyRepository::key)
                        .list());
    }

    @Override
    public boolean delete(KeyName name) {
        return statements.step(
                        "key.delete",
                        jdbc -> jdbc.sql("delete from api_key where name = :name")
                                .param("name", name.value())
                                .update())
                == 1;
    }

    private static ApiKey key(ResultSet row, int number) throws SQLException {
        return new ApiKey(
                new KeyName(row.getString("name")),
                Times.column(row, "created_at"),
                row.getObject("expires_at") == null ? null : Times.column(row, "expires_at"),
                row.getInt("requests_per_minute"));
    }

    private static @Nullable OffsetDateTime nullable(@Nullable Instant instant) {
        return instant == null ? null : Times.parameter(instant);
    }
}
