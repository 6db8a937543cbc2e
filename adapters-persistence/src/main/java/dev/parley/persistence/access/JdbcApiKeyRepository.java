package dev.parley.persistence.access;

import dev.parley.domain.access.AccessError;
import dev.parley.domain.access.ApiKey;
import dev.parley.domain.access.ApiKeyRepository;
import dev.parley.domain.access.KeyName;
import dev.parley.domain.access.SecretHash;
import dev.parley.domain.shared.Failure;
import dev.parley.persistence.shared.SqlSteps;
import dev.parley.persistence.shared.Times;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** API keys in PostgreSQL. */
@Component
final class JdbcApiKeyRepository implements ApiKeyRepository {

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
                        .param("expires", Times.parameterOrNull(key.expiresAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("requests", key.requestsPerMinute())
                        .update());
        if (added == 0) {
            throw new Failure(AccessError.DUPLICATE_KEY_NAME, key.name());
        }
    }

    @Override
    public Optional<ApiKey> find(SecretHash hash) {
        return statements.step(
                "key.read",
                jdbc -> jdbc.sql("select " + ApiKeyRow.COLUMNS + " from api_key where secret_hash = :hash")
                        .param("hash", hash.value())
                        .query(ApiKeyRow::key)
                        .optional());
    }

    @Override
    public List<ApiKey> list() {
        return statements.step(
                "key.list",
                jdbc -> jdbc.sql("select " + ApiKeyRow.COLUMNS + " from api_key order by name collate \"C\"")
                        .query(ApiKeyRow::key)
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
}
