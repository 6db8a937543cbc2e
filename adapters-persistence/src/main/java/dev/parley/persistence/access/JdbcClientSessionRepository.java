package dev.parley.persistence.access;

import dev.parley.domain.access.ClientSession;
import dev.parley.domain.access.ClientSessionId;
import dev.parley.domain.access.ClientSessionRepository;
import dev.parley.domain.access.SecretHash;
import dev.parley.persistence.shared.SqlSteps;
import dev.parley.persistence.shared.Times;
import java.sql.Types;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Client sessions in PostgreSQL. */
@Component
final class JdbcClientSessionRepository implements ClientSessionRepository {

    /** Enough to keep up with sessions that are added one by one, and too few to be felt by who adds them. */
    private static final int SWEPT_AT_ONCE = 10;

    static final String FIND = "select " + ClientSessionRow.COLUMNS + " from client_session where secret_hash = :hash";

    /** Leaves alone what another unit is sweeping out, so that no two wait for each other. */
    static final String SWEEP = """
            delete from client_session where id in (
                select id from client_session where expires_at < :time
                order by expires_at limit :maximum for update skip locked)""";

    private final SqlSteps statements;

    JdbcClientSessionRepository(SqlSteps statements) {
        this.statements = statements;
    }

    @Override
    public void add(ClientSession session, SecretHash hash) {
        statements.step(
                "client_session.insert",
                jdbc -> jdbc.sql("""
                        insert into client_session
                            (id, secret_hash, account_id, subject, settings, requests_per_minute, created_at, expires_at,
                             cancelled_at)
                        values (:id, :hash, :account, :subject, cast(:settings as json), :requests, :created, :expires,
                                :cancelled)""")
                        .param("id", session.id().value())
                        .param("hash", hash.value())
                        .param("account", session.account().value())
                        .param("subject", session.subject().value())
                        .param("settings", SettingsJson.of(session))
                        .param("requests", session.requestsPerMinute())
                        .param("created", Times.parameter(session.createdAt()))
                        .param("expires", Times.parameter(session.expiresAt()))
                        .param("cancelled", Times.parameterOrNull(session.cancelledAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                        .update());
    }

    @Override
    public Optional<ClientSession> find(SecretHash hash) {
        return statements.step(
                "client_session.read",
                jdbc -> jdbc.sql(FIND)
                        .param("hash", hash.value())
                        .query(ClientSessionRow::session)
                        .optional());
    }

    @Override
    public Optional<ClientSession> lock(ClientSessionId id) {
        return statements.step(
                "client_session.lock",
                jdbc -> jdbc.sql("select " + ClientSessionRow.COLUMNS
                                + " from client_session where id = :id for no key update")
                        .param("id", id.value())
                        .query(ClientSessionRow::session)
                        .optional());
    }

    @Override
    public void save(ClientSession session) {
        statements.step(
                "client_session.update",
                jdbc -> jdbc.sql("update client_session set cancelled_at = :cancelled where id = :id")
                        .param("id", session.id().value())
                        .param("cancelled", Times.parameterOrNull(session.cancelledAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                        .update());
    }

    @Override
    public void deleteSomeExpiredBefore(Instant time) {
        statements.step(
                "client_session.sweep",
                jdbc -> jdbc.sql(SWEEP)
                        .param("time", Times.parameter(time))
                        .param("maximum", SWEPT_AT_ONCE)
                        .update());
    }
}
