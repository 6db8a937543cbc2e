package dev.parley.web.connection;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;

import dev.parley.web.request.ClientNetwork;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What each connection is doing, and since when. A request that waits for its client is unfinished from its first byte to
 * its body's last, and again where the client does not read the answer; one that is served is never in anybody's way.
 *
 * @param <C> a connection
 */
final class ConnectionStates<C> {

    private final ConcurrentMap<C, State> states = new ConcurrentHashMap<>();
    private final AtomicInteger closing = new AtomicInteger();
    private final LongSupplier ticker;
    private final Function<C, ClientNetwork> networkOf;

    /**
     * No connections yet.
     *
     * @param ticker a time in nanoseconds that only grows
     * @param networkOf the network from which a connection came; asked once
     */
    ConnectionStates(LongSupplier ticker, Function<C, ClientNetwork> networkOf) {
        this.ticker = ticker;
        this.networkOf = networkOf;
    }

    /** A connection was made, of which a request may have been served already. */
    void accept(C connection) {
        states.computeIfAbsent(connection, key -> first(key, Phase.HEADERS));
    }

    /** What a connection has sent waits for a thread, so that the connection does not wait for its client. */
    void queue(C connection) {
        states.computeIfPresent(
                connection,
                (key, before) -> before.phase == Phase.CLOSING ? before : before.queued(ticker.getAsLong()));
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

    /** A connection was closed. */
    void release(C connection) {
        @Nullable State last = states.remove(connection);
        if (last != null && last.phase == Phase.CLOSING) {
            closing.decrementAndGet();
        }
    }

    /** Releases connections that were closed before they were known to be accepted. */
    void releaseAll(Predicate<C> isClosed) {
        states.keySet().stream().filter(isClosed).forEach(this::release);
    }

    /**
     * Picks connections to close of those that have waited for their client for some time: of the network that has the most
     * of them the one that has waited longest, and so on; none of a network that has fewer connections than the average.
     * They are not picked again.
     */
    List<C> pickOldest(int number, Duration atLeast) {
        long latest = ticker.getAsLong() - atLeast.toNanos();
        Predicate<ClientNetwork> isLarge = largeNetworks();
        Comparator<Map.Entry<C, State>> oldestFirst = Comparator.comparingLong(entry -> entry.getValue().since);
        Map<ClientNetwork, ArrayDeque<Map.Entry<C, State>>> networks = snapshot(
                        state -> state.waitsForClient() && state.since <= latest && isLarge.test(state.network))
                .sorted(oldestFirst)
                .collect(groupingBy(entry -> entry.getValue().network, toCollection(ArrayDeque::new)));
        Comparator<Deque<Map.Entry<C, State>>> order =
                LongestFirst.<Map.Entry<C, State>>byLength().thenComparing(Deque::element, oldestFirst);
        return pick(LongestFirst.remove(networks.values().stream(), number, 0, order).stream());
    }

    /** Those that have at least as many connections as networks have on average, whatever these are doing. */
    private Predicate<ClientNetwork> largeNetworks() {
        Map<ClientNetwork, Long> sizes =
                states.values().stream().collect(groupingBy(state -> state.network, counting()));
        long connections = sizes.values().stream().mapToLong(Long::longValue).sum();
        return network -> sizes.getOrDefault(network, 0L) * sizes.size() >= connections;
    }

    /** Picks connections to close: those whose request's headers have taken longer than this. */
    List<C> pickSlowHeaders(Duration timeout) {
        long latest = ticker.getAsLong() - timeout.toNanos();
        return pick(snapshot(state -> state.waitsForClient() && state.phase == Phase.HEADERS && state.since <= latest));
    }

    /** How many connections were picked and are not released yet. */
    int closing() {
        return closing.get();
    }

    /** How many connections are known. */
    int size() {
        return states.size();
    }

    private Stream<Map.Entry<C, State>> snapshot(Predicate<State> filter) {
        return states.entrySet().stream()
                .map(entry -> Map.entry(entry.getKey(), entry.getValue()))
                .filter(entry -> filter.test(entry.getValue()));
    }

    /** Leaves out those that have gone on to another phase meanwhile. */
    private List<C> pick(Stream<Map.Entry<C, State>> candidates) {
        return candidates
                .filter(entry -> tryClose(entry.getKey(), entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private boolean tryClose(C connection, State expected) {
        closing.incrementAndGet();
        boolean isPicked = states.replace(connection, expected, expected.in(Phase.CLOSING, ticker.getAsLong()));
        if (!isPicked) {
            closing.decrementAndGet();
        }
        return isPicked;
    }

    private void change(C connection, Phase phase) {
        states.computeIfPresent(
                connection,
                (key, before) -> before.phase == Phase.CLOSING ? before : before.in(phase, ticker.getAsLong()));
    }

    /** Like a change, but the time counts from now on. */
    private void begin(C connection, Phase phase) {
        states.compute(connection, (key, before) -> {
            if (before != null && before.phase == Phase.CLOSING) {
                return before;
            }
            if (before == null) {
                return first(key, phase);
            }
            return before.phase == phase
                    ? before.in(phase, ticker.getAsLong())
                    : before.begun(phase, ticker.getAsLong());
        });
    }

    /** Nothing where the connection has gone on to another phase meanwhile. */
    private void begin(C connection, Phase expected, Phase phase) {
        states.computeIfPresent(
                connection,
                (key, before) -> before.phase == expected ? before.begun(phase, ticker.getAsLong()) : before);
    }

    private State first(C connection, Phase phase) {
        return new State(networkOf.apply(connection), phase, ticker.getAsLong(), null);
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

    /**
     * What a connection is doing.
     *
     * @param network from which it came
     * @param since when it began to wait for its client, later by the time for which it has waited for threads
     * @param queuedSince since when it waits for a thread; null where it does not
     */
    private record State(
            ClientNetwork network,
            Phase phase,
            long since,
            @Nullable Long queuedSince) {

        /** In another phase, whose time counts from now on. */
        State begun(Phase newPhase, long now) {
            return new State(network, newPhase, now, null);
        }

        /** In another phase, or in the same one with a thread. */
        State in(Phase newPhase, long now) {
            return queuedSince == null
                    ? newPhase == phase ? this : new State(network, newPhase, since, null)
                    : new State(network, newPhase, since + (now - queuedSince), null);
        }

        State queued(long now) {
            return queuedSince == null ? new State(network, phase, since, now) : this;
        }

        boolean waitsForClient() {
            return phase.waitsForClient && queuedSince == null;
        }
    }
}
