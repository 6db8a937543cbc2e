package dev.parley.persistence.signin;

import static dev.parley.persistence.signin.SignInRowMapper.MAPPER;

import dev.parley.domain.account.AccountId;
import dev.parley.domain.account.EmailAddress;
import dev.parley.domain.signin.SignIn;
import dev.parley.domain.signin.SignInId;
import dev.parley.domain.signin.SignInRepository;
import dev.parley.persistence.shared.ExpiredRows;
import dev.parley.persistence.shared.SqlSteps;
import dev.parley.persistence.shared.Times;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sign-ins in PostgreSQL. */
@Component
final class JdbcSignInRepository implements SignInRepository {

    private static final ExpiredRows EXPIRED = new ExpiredRows("sign_in.prune", "sign_in", "id", "expires_at");

    private static final ExpiredRows EXPIRED_NETWORKS =
            new ExpiredRows("sign_in.prune", "sign_in_network", "account_id, network", "last_used_at");

    /** Reads without a write where the minute is noted already, and never locks what it only reads. */
    static final String USE = """
            with used as (
                update sign_in set last_used_at = :minute
                where id = :id and account_id = :account and last_used_at < :minute)
            select exists (select from sign_in where id = :id and account_id = :account)""";

    private final SqlSteps statements;

    JdbcSignInRepository(SqlSteps statements) {
        this.statements = statements;
    }

    @Override
    public void add(SignIn signIn, String network) {
        statements.rows("sign_in.insert", rows -> rows.insert(MAPPER.row(signIn)));
        statements.step("sign_in.insert", jdbc -> {
            jdbc.sql("""
                            delete from sign_in where id in (
                                select id from sign_in where account_id = :account
                                order by created_at desc, id desc offset :maximum)""")
                    .param("account", signIn.account().value())
                    .param("maximum", MAXIMUM)
                    .update();
            jdbc.sql("""
                            insert into sign_in_network (account_id, network, last_used_at)
                            values (:account, :network, :used)
                            on conflict (account_id, network) do update set last_used_at = excluded.last_used_at""")
                    .param("account", signIn.account().value())
                    .param("network", network)
                    .param("used", Times.parameter(signIn.lastUsedAt()))
                    .update();
            return jdbc.sql("""
                            delete from sign_in_network where account_id = :account and network in (
                                select network from sign_in_network where account_id = :account
                                order by last_used_at desc, network offset :maximum)""")
                    .param("account", signIn.account().value())
                    .param("maximum", MAXIMUM_NETWORKS)
                    .update();
        });
    }

    @Override
    public List<SignIn> list(AccountId account, Instant now) {
        return statements.step(
                "sign_in.list",
                jdbc -> jdbc.sql("""
                        select id, account_id, client, created_at, last_used_at, expires_at from sign_in
                        where account_id = :account and expires_at > :now order by created_at desc, id desc""")
                        .param("account", account.value())
                        .param("now", Times.parameter(now))
                        .query(SignInRow::signIn)
                        .list());
    }

    @Override
    public boolean use(SignInId id, AccountId account, Instant now) {
        return statements.step(
                "sign_in.use",
                jdbc -> jdbc.sql(USE)
                        .param("id", id.value())
                        .param("account", account.value())
                        .param("minute", Times.parameter(MAPPER.minute(now)))
                        .query(Boolean.class)
                        .single());
    }

    @Override
    public boolean end(SignInId id, AccountId account) {
        return statements.step(
                        "sign_in.delete",
                        jdbc -> jdbc.sql("delete from sign_in where id = :id and account_id = :account")
                                .param("id", id.value())
                                .param("account", account.value())
                                .update())
                == 1;
    }

    @Override
    public int endAll(AccountId account, @Nullable SignInId kept) {
        return statements.step(
                "sign_in.delete",
                jdbc -> jdbc.sql("""
                        delete from sign_in
                        where account_id = :account and id is distinct from cast(:kept as uuid)""")
                        .param("account", account.value())
                        .param("kept", kept == null ? null : kept.value())
                        .update());
    }

    @Override
    public boolean isKnownNetwork(EmailAddress email, String network) {
        return statements.step(
                "sign_in.read",
                jdbc -> jdbc.sql("""
                        select exists (select from account join sign_in_network on account_id = account.id
                                       where email = :email and network = :network)""")
                        .param("email", email.value())
                        .param("network", network)
                        .query(Boolean.class)
                        .single());
    }

    @Override
    public int removeExpired(Instant now, int limit) {
        return EXPIRED.remove(statements, now, limit);
    }

    @Override
    public int removeNetworks(Instant lastUse, int limit) {
        return EXPIRED_NETWORKS.remove(statements, lastUse, limit);
    }
}
