package dev.parley.persistence.signin;

import dev.parley.domain.access.SecretHash;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.account.EmailAddress;
import dev.parley.domain.signin.PasswordResetRepository;
import dev.parley.persistence.shared.ExpiredRows;
import dev.parley.persistence.shared.SqlSteps;
import dev.parley.persistence.shared.Times;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Codes that replace forgotten passwords, in PostgreSQL. */
@Component
final class JdbcPasswordResetRepository implements PasswordResetRepository {

    private static final ExpiredRows EXPIRED =
            new ExpiredRows("password_reset.prune", "password_reset", "account_id", "expires_at");

    private final SqlSteps statements;

    JdbcPasswordResetRepository(SqlSteps statements) {
        this.statements = statements;
    }

    @Override
    public void put(AccountId account, SecretHash code, Instant expiresAt) {
        statements.step(
                "password_reset.insert",
                jdbc -> jdbc.sql("""
                        insert into password_reset (account_id, code_hash, expires_at)
                        values (:account, :code, :expires) on conflict (account_id)
                        do update set code_hash = excluded.code_hash, expires_at = excluded.expires_at""")
                        .param("account", account.value())
                        .param("code", code.value())
                        .param("expires", Times.parameter(expiresAt))
                        .update());
    }

    @Override
    public boolean isValid(EmailAddress email, SecretHash code, Instant now) {
        return statements.step(
                "password_reset.read",
                jdbc -> jdbc.sql("""
                        select exists (select from account join password_reset on account_id = account.id
                                       where email = :email and code_hash = :code and expires_at > :now)""")
                        .param("email", email.value())
                        .param("code", code.value())
                        .param("now", Times.parameter(now))
                        .query(Boolean.class)
                        .single());
    }

    @Override
    public boolean take(AccountId account, SecretHash code, Instant now) {
        return statements.step(
                        "password_reset.delete",
                        jdbc -> jdbc.sql("""
                                delete from password_reset
                                where account_id = :account and code_hash = :code and expires_at > :now""")
                                .param("account", account.value())
                                .param("code", code.value())
                                .param("now", Times.parameter(now))
                                .update())
                == 1;
    }

    @Override
    public void remove(AccountId account) {
        statements.step(
                "password_reset.delete",
                jdbc -> jdbc.sql("delete from password_reset where account_id = :account")
                        .param("account", account.value())
                        .update());
    }

    @Override
    public int removeExpired(Instant now, int limit) {
        return EXPIRED.remove(statements, now, limit);
    }
}
