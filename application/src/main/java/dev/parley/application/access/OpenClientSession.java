package dev.parley.application.access;

import dev.parley.application.shared.IdGenerator;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.access.ChatFeatures;
import dev.parley.domain.access.ClientSession;
import dev.parley.domain.access.ClientSessionRepository;
import dev.parley.domain.access.Secret;
import dev.parley.domain.access.SessionTerms;
import dev.parley.domain.access.Workflow;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.account.AccountRepository;
import dev.parley.domain.account.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Lets a user's chat client in. */
@UseCase
public final class OpenClientSession {

    /** How long a session is remembered after its end, so that its status can still be told. */
    private static final Duration MEMORY = Duration.ofDays(1);

    private final UnitOfWork unitOfWork;
    private final ClientSessionRepository sessions;
    private final AccountRepository accounts;
    private final IdGenerator ids;
    private final SecretGenerator secrets;
    private final InstantSource clock;

    public OpenClientSession(
            UnitOfWork unitOfWork,
            ClientSessionRepository sessions,
            AccountRepository accounts,
            IdGenerator ids,
            SecretGenerator secrets,
            InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.sessions = sessions;
        this.accounts = accounts;
        this.ids = ids;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * Opens a session, and makes the user's account where this is the first that is heard of it. When this returns, both
     * are committed. Sessions that ended long ago are swept out with it.
     */
    public Opened open(Subject subject, Workflow workflow, ChatFeatures features, SessionTerms terms) {
        Instant now = clock.instant();
        Secret secret = secrets.ofClient();
        ClientSession session = unitOfWork.execute(() -> {
            AccountId account = accounts.introduce(subject, ids.account(), now);
            ClientSession opened =
                    ClientSession.open(ids.clientSession(), account, subject, workflow, features, terms, now);
            sessions.add(opened, secret.hash());
            sessions.deleteSomeExpiredBefore(now.minus(MEMORY));
            return opened;
        });
        return new Opened(session, secret);
    }

    /**
     * A session that was opened.
     *
     * @param secret what its client shows; nobody can be told it again
     */
    public record Opened(ClientSession session, Secret secret) {}
}
