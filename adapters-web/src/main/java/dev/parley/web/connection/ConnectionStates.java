package dev.parley.web.connection;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * What each connection is doing, and since when. A request that waits for its client is unfinished from its first byte to
 * its body's last, and again where the client does not read the answer; one that is served is never in anybody's way.
 *
 * @param <C> a connection
 */
final class ConnectionStates<C> {

    private final ConcurrentMap<C, State> states = new ConcurrentHashMap<>();
    private final LongSupplier ticker;

    /**
     * No connections yet.
     *
     * @param ticker a time in nanoseconds that only grows
     */
    ConnectionStates(LongSupplier ticker) {
        this.ticker = ticker;
    }

    /** A connection was made, of which a request may have been served already. */
    void accept(C connection) {
        states.putIfAbsent(connection, new State(Phase.HEADERS, ticker.getAsLong()));
    }

    /** A connection has begun, or goes on, to send a request. */
    void readHeaders(C connection) {
        begin(connection, Phase.HEADERS);
    }

    /** The request's headers, or its body, are complete. */
    void serve(C connection) {
        change(connection, Phase.SERVED);
    }

    /** The body of the request that is served is waited for. */
    void readBody(C connection) {
        change(connection, Phase.BODY);
    }

    /** The answer is complete, and the next request may come over the same connection. */
    void idle(C connection) {
        begin(connection, Phase.IDLE);
    }

    /**
     * Looks which of the connections that are served wait for their client to read. Their time counts from when that was
     * seen first.
     */
    void markBlocked(Predicate<C> isBlocked) {
        states.forEach((connection, state) -> {
            if (state.phase == Phase.SERVED && isBlocked.test(connection)) {
                begin(connection, Phase.SERVED, Phase.BLOCKED);
            } else if (state.phase == Phase.BLOCKED && !isBlocked.test(connection)) {
                begin(connection, Phase.BLOCKED, Phase.SERVED);
            }
        });
    }

    /** Forgets connections that are closed. */
    void forget(Predicate<C> isClosed) {
        states.keySet().removeIf(isClosed);
    }

    /**
     * Picks connections to close: those that wait for their client, the one that has waited longest first. They are not
     * picked again.
     */
    List<C> pickOldest(int number) {
        return pick(states.entrySet().stream()
                .filter(entry -> entry.getValue().phase.waitsForClient)
                .sorted(Comparator.comparingLong(entry -> entry.getValue().since))
                .limit(number)
                .map(Map.Entry::getKey)
                .toList());
    }

    /** Picks connections to close: those whose request's headers have taken longer than this. */
    List<C> pickSlowHeaders(Duration timeout) {
        long latest = ticker.getAsLong() - timeout.toNanos();
        return pick(states.entrySet().stream()
                .filter(entry -> entry.getValue().phase == Phase.HEADERS && entry.getValue().since <= latest)
                .map(Map.Entry::getKey)
                .toList());
    }

    /** How many connections were picked and are not forgotten yet. */
    long picked() {
        return states.values().stream()
                .filter(state -> state.phase == Phase.CLOSING)
                .count();
    }

    /** How many connections are known. */
    int size() {
        return states.size();
    }

    private List<C> pick(List<C> connections) {
        connections.forEach(connection -> change(connection, Phase.CLOSING));
        return connections;
    }

    private void change(C connection, Phase phase) {
        states.computeIfPresent(
                connection,
                (key, before) -> before.phase == Phase.CLOSING || before.phase == phase
                        ? before
                        : new State(phase, before.since));
    }

    /** Like a change, but the time counts from now on. */
    private void begin(C connection, Phase phase) {
        states.compute(
                connection,
                (key, before) -> before != null && (before.phase == Phase.CLOSING || before.phase == phase)
                        ? before
                        : new State(phase, ticker.getAsLong()));
    }

    /** Nothing where the connection has gone on to another phase meanwhile. */
    private void begin(C connection, Phase expected, Phase phase) {
        states.computeIfPresent(
                connection, (key, before) -> before.phase == expected ? new State(phase, ticker.getAsLong()) : before);
    }

    private enum Phase {
        HEADERS(true),
        BODY(true),
        IDLE(true),
        SERVED(false),
        BLOCKED(true),
        CLOSING(false);

        private final boolean waitsForClient;

        Phase(boolean waitsForClient) {
            this.waitsForClient = waitsForClient;
        }
    }

    private record State(Phase phase, long since) {}
}
