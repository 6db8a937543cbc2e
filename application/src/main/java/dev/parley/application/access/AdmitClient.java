package dev.parley.application.access;

import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.access.ClientSession;
import dev.parley.domain.access.ClientSessionRepository;
import dev.parley.domain.access.ClientSessionStatus;
import dev.parley.domain.access.Secret;
import java.time.InstantSource;
import java.util.Optional;

/** Tells which client session a secret is of, as long as the session lives. */
@UseCase
public final class AdmitClient {

    private final UnitOfWork unitOfWork;
    private final ClientSessionRepository sessions;
    private final InstantSource clock;

    public AdmitClient(UnitOfWork unitOfWork, ClientSessionRepository sessions, InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * The active session whose secret this is, found by its hash, so that no time is spent comparing secrets. It is read
     * anew each time: one that is cancelled is refused by every node at once.
     */
    public Optional<ClientSession> admit(Secret secret) {
        return secret.isOfClient()
                ? unitOfWork.read(() -> sessions.find(secret.hash())).filter(this::isActive)
                : Optional.empty();
    }

    private boolean isActive(ClientSession session) {
        return session.status(clock.instant()) == ClientSessionStatus.ACTIVE;
    }
}
