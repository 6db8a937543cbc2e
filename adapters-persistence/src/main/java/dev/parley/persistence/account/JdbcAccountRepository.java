package dev.parley.persistence.account;

import static dev.parley.persistence.account.AccountRowMapper.MAPPER;

import dev.parley.domain.access.Secret;
import dev.parley.domain.account.Account;
import dev.parley.domain.account.AccountError;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.account.AccountIdentity;
import dev.parley.domain.account.AccountRepository;
import dev.parley.domain.account.Credentials;
import dev.parley.domain.account.EmailAddress;
import dev.parley.domain.account.PasswordHash;
import dev.parley.domain.account.Subject;
import dev.parley.domain.shared.Failure;
import dev.parley.persistence.shared.SqlSteps;
import dev.parley.persistence.shared.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Accounts in PostgreSQL. */
@Component
final class JdbcAccountRepository implements AccountRepository {

    static final String COUNT = """
            update account
            set stored_bytes = coalesce(stored_bytes,
                (select coalesce(sum(octet_length(payload::text)), 0)
                 from conversation join item on conversation_id = conversation.id where owner_id = :id)
                + (select coalesce(sum(octet_length(key) + octet_length(fingerprint) + octet_length(outcome)), 0)
                   from idempotency where account_id = :id))
            where id = :id
            returning stored_bytes""";

    /** Whether an account that no identity has may become the identity's. */
    private static final String IS_FREE = ":withoutIssuer or (account.email is null and account.subject is null)";

    private final SqlSteps statements;

    JdbcAccountRepository(SqlSteps statements) {
        this.statements = statements;
    }

    @Override
    public void addLocal(Account account, PasswordHash passwordHash) {
        EmailAddress email = account.email();
        if (email == null) {
            throw new IllegalArgumentException("a local account has an e-mail address");
        }
        int added = statements.step(
                "account.insert",
                jdbc -> jdbc.sql("""
                        insert into account (id, email, password_hash, created_at)
                        values (:id, :email, :hash, :created) on conflict (email) do nothing""")
                        .param("id", account.id().value())
                        .param("email", email.value())
                        .param("hash", passwordHash.value())
                        .param("created", Times.parameter(account.createdAt()))
                        .update());
        if (added == 0) {
            throw new Failure(AccountError.DUPLICATE_EMAIL);
        }
    }

    @Override
    public void addIfAbsent(Account account) {
        statements.step(
                "account.insert",
                jdbc -> jdbc.sql("insert into account (id, created_at) values (:id, :created) on conflict do nothing")
                        .param("id", account.id().value())
                        .param("created", Times.parameter(account.createdAt()))
                        .update());
    }

    @Override
    public Optional<AccountId> find(AccountIdentity identity) {
        return statements.step(
                "account.identify",
                jdbc -> jdbc.sql("select account_id from account_identity where hash = :hash")
                        .param("hash", hash(identity))
                        .query(UUID.class)
                        .optional()
                        .map(AccountId::new));
    }

    @Override
    public Optional<AccountId> findUnclaimed(AccountIdentity identity) {
        return statements.step(
                "account.identify",
                jdbc -> jdbc.sql("""
                        select id from account left join account_identity on account_id = account.id
                        where id = :id and account_id is null and (%s)""".formatted(IS_FREE))
                        .param("id", identity.preferredId().value())
                        .param("withoutIssuer", identity.hasNoIssuer())
                        .query(UUID.class)
                        .optional()
                        .map(AccountId::new));
    }

    @Override
    public AccountId findOrAdd(AccountIdentity identity, AccountId spareId, Instant now) {
        return find(identity)
                .or(() -> Stream.of(identity.preferredId(), identity.alternativeId(), spareId)
                        .flatMap(id -> claim(id, identity, now).stream())
                        .findFirst())
                .orElseThrow(() -> new IllegalStateException("the spare id of an account is taken"));
    }

    @Override
    public AccountId introduce(Subject subject, AccountId spareId, Instant now) {
        AccountId account = findOrAdd(AccountIdentity.withoutIssuer(subject), spareId, now);
        statements.step(
                "account.update",
                jdbc -> jdbc.sql("update account set subject = :subject where id = :id and subject is null")
                        .param("id", account.value())
                        .param("subject", subject.value())
                        .update());
        return account;
    }

    @Override
    public Optional<Account> find(AccountId id) {
        return statements.rows(
                "account.read",
                rows -> Optional.ofNullable(rows.findById(id.value(), AccountRow.class))
                        .map(MAPPER::account));
    }

    @Override
    public long storedBytes(AccountId id) {
        OptionalLong counted = statements.step(
                "account.read",
                jdbc -> jdbc.sql("select stored_bytes from account where id = :id")
                        .param("id", id.value())
                        .query((row, number) -> storedBytes(row))
                        .optional()
                        .orElse(OptionalLong.of(0)));
        return counted.orElseGet(() -> countStoredBytes(id));
    }

    @Override
    public Optional<Credentials> findCredentials(EmailAddress email) {
        return statements.step(
                "account.read",
                jdbc -> jdbc.sql("select id, password_hash from account where email = :email")
                        .param("email", email.value())
                        .query((row, number) -> new Credentials(
                                new AccountId(row.getObject("id", UUID.class)),
                                new PasswordHash(row.getString("password_hash"))))
                        .optional());
    }

    @Override
    public boolean lockIfCurrent(Credentials credentials) {
        return statements
                .step(
                        "account.read",
                        jdbc -> jdbc.sql("""
                                select id from account where id = :id and password_hash = :hash for no key update""")
                                .param("id", credentials.account().value())
                                .param("hash", credentials.passwordHash().value())
                                .query(UUID.class)
                                .optional())
                .isPresent();
    }

    @Override
    public void changePassword(AccountId id, PasswordHash passwordHash, Instant tokensValidFrom) {
        statements.step(
                "account.update",
                jdbc -> jdbc.sql("""
                        update account set password_hash = :hash, tokens_valid_from = :from
                        where id = :id and email is not null""")
                        .param("id", id.value())
                        .param("hash", passwordHash.value())
                        .param("from", Times.parameter(tokensValidFrom))
                        .update());
    }

    /** Waits for others that claim the same account, or are the same identity, at the same time; one of them gets it. */
    private Optional<AccountId> claim(AccountId id, AccountIdentity identity, Instant now) {
        addIfAbsent(new Account(id, null, now));
        statements.step(
                "account.identify",
                jdbc -> jdbc.sql("""
                        insert into account_identity (hash, account_id, issuer, subject, created_at)
                        select :hash, id, :issuer, :subject, :now from account where id = :id and (%s)
                        on conflict do nothing""".formatted(IS_FREE))
                        .param("hash", hash(identity))
                        .param("id", id.value())
                        .param("issuer", identity.issuer())
                        .param("subject", identity.subject())
                        .param("now", Times.parameter(now))
                        .param("withoutIssuer", identity.hasNoIssuer())
                        .update());
        return find(identity);
    }

    private static String hash(AccountIdentity identity) {
        return new Secret(identity.issuer() + '\0' + identity.subject()).hash().value();
    }

    private static OptionalLong storedBytes(ResultSet row) throws SQLException {
        long bytes = row.getLong(1);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(bytes);
    }

    /**
     * Adds up what the account had before bytes were counted. Two statements: the second one sees all that others have
     * committed before the first one got the lock, and what they have not is counted by the triggers when this unit ends.
     */
    private long countStoredBytes(AccountId id) {
        return statements.step("account.count", jdbc -> {
            jdbc.sql("select id from account where id = :id for no key update")
                    .param("id", id.value())
                    .query(UUID.class)
                    .optional();
            return jdbc.sql(COUNT).param("id", id.value()).query(Long.class).single();
        });
    }
}
