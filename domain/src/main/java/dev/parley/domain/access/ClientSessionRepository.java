package dev.parley.domain.access;

import java.time.Instant;
import java.util.Optional;

/** Keeps client sessions. Every method needs a unit of work. */
public interface ClientSessionRepository {

    /** Adds a session of an account that is there. */
    void add(ClientSession session, SecretHash hash);

    /** The session whose secret has this hash, whatever has become of it. */
    Optional<ClientSession> find(SecretHash hash);

    /** The session with this id, which no other unit can lock or change until this one ends. */
    Optional<ClientSession> lock(ClientSessionId id);

    /** Stores whether a session that this unit has locked is cancelled; all else stays as it is. */
    void save(ClientSession session);

    /**
     * Deletes some of the sessions that expired before a time; each call deletes more than a call of {@link #add} adds.
     */
    void deleteSomeExpiredBefore(Instant time);
}
