package dev.parley.persistence.signin;

import dev.parley.domain.account.AccountId;
import dev.parley.domain.signin.RevokedTokenRepository;
import dev.parley.domain.signin.TokenHash;
import dev.parley.persistence.shared.ExpiredRows;
import dev.parley.persistence.shared.SqlSteps;
import dev.parley.persistence.shared.Times;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Revoked tokens in PostgreSQL. */
@Component
final class JdbcRevokedTokenRepository implements RevokedTokenRepository {

    private static final ExpiredRows EXPIRED =
            new ExpiredRows("token.prune", "revoked_token", "token_hash", "expires_at");

    private final SqlSteps statements;

    JdbcRevokedTokenRepository(SqlSteps statements) {
        this.statements = statements;
    }

    @Override
    public void add(TokenHash hash, Instant expiresAt) {
        statements.step(
                "token.revoke",
                jdbc -> jdbc.sql("""
                        insert into revoked_token (token_hash, expires_at) values (:hash, :expires)
                        on conflict (token_hash) do nothing""")
                        .param("hash", hash.value())
                        .param("expires", Times.parameter(expiresAt))
                        .update());
    }

    @Override
    public boolean isRevoked(TokenHash hash, AccountId account, Instant issuedAt) {
        return statements.step(
                "token.check",
                jdbc -> jdbc.sql("""
                        select exists (select from revoked_token where token_hash = :hash)
                            or exists (select from account where id = :account and tokens_valid_from > :issued)""")
                        .param("hash", hash.value())
                        .param("account", account.value())
                        .param("issued", Times.parameter(issuedAt))
                        .query(Boolean.class)
                        .single());
    }

    @Override
    public int removeExpired(Instant now, int limit) {
        return EXPIRED.remove(statements, now, limit);
    }
}
