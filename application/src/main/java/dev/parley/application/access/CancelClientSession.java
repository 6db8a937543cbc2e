package dev.parley.application.access;

import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.access.AccessError;
import dev.parley.domain.access.ClientSession;
import dev.parley.domain.access.ClientSessionId;
import dev.parley.domain.access.ClientSessionRepository;
import dev.parley.domain.shared.Failure;
import java.time.InstantSource;

/** Ends a client session before its time. */
@UseCase
public final class CancelClientSession {

    private final UnitOfWork unitOfWork;
    private final ClientSessionRepository sessions;
    private final InstantSource clock;

    public CancelClientSession(UnitOfWork unitOfWork, ClientSessionRepository sessions, InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * Cancels a session; when this returns, no node takes its secret any more. One that has ended stays as it ended.
     *
     * @throws Failure CLIENT_SESSION_NOT_FOUND if there is none with this id
     */
    public ClientSession cancel(ClientSessionId id) {
        return unitOfWork.execute(() -> {
            ClientSession cancelled = sessions.lock(id)
                    .orElseThrow(() -> new Failure(AccessError.CLIENT_SESSION_NOT_FOUND))
                    .cancelled(clock.instant());
            sessions.save(cancelled);
            return cancelled;
        });
    }
}
