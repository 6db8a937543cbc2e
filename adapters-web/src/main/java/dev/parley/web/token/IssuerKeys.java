package dev.parley.web.token;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An issuer's keys as they were when it was last asked. It is asked at most four times a minute, whoever shows tokens with
 * keys that are not known, and by one thread at a time. Keys that are five minutes old are asked for again while they serve on;
 * a request waits for the issuer only where no key fits, or where they are older than an hour. Where it is away, the keys from
 * before serve for a day.
 */
public final class IssuerKeys implements JWKSource<SecurityContext> {

    private static final Logger LOG = LoggerFactory.getLogger(IssuerKeys.class);
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(15);
    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final Duration STALE = Duration.ofHours(1);
    private static final Duration USABLE = Duration.ofDays(1);

    private final IssuerClient issuer;
    private final InstantSource clock;
    private final ReentrantLock asking = new ReentrantLock();
    private final AtomicBoolean isRefreshing = new AtomicBoolean();
    private volatile @Nullable Keys keys;
    private volatile @Nullable Fetch last;

    /** Keys that are asked for when the first token comes. */
    public IssuerKeys(IssuerClient issuer, InstantSource clock) {
        this.issuer = issuer;
        this.clock = clock;
    }

    /**
     * The keys that fit; none where the issuer does not have them, as far as it may be asked now.
     *
     * @throws KeySourceException if the issuer would have to be asked and is away
     */
    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
        Keys known = known();
        List<JWK> fitting = selector.select(known.set());
        return fitting.isEmpty() ? selector.select(newerThan(known).set()) : fitting;
    }

    private Keys known() throws KeySourceException {
        Keys known = keys;
        if (known == null || known.isOlderThan(USABLE, clock.instant())) {
            return newerThan(known);
        }
        if (known.isOlderThan(STALE, clock.instant())) {
            return askedAgain(known);
        }
        if (known.isOlderThan(FRESH, clock.instant()) && mayAsk() && isRefreshing.compareAndSet(false, true)) {
            Thread.startVirtualThread(this::refresh);
        }
        return known;
    }

    /** Waits for whoever is asking, but has the keys from before where the issuer is away. */
    private Keys askedAgain(Keys known) {
        askUnlessNewerThan(known);
        Keys newest = keys;
        return newest == null ? known : newest;
    }

    private void refresh() {
        asking.lock();
        try {
            ask();
        } finally {
            asking.unlock();
            isRefreshing.set(false);
        }
    }

    /** Waits for whoever is asking, and asks then if nobody has got other keys meanwhile. */
    private Keys newerThan(@Nullable Keys known) throws KeySourceException {
        askUnlessNewerThan(known);
        return usable();
    }

    @SuppressWarnings("ReferenceEquality") // Keys that were got again are other ones, also where they are the same.
    private void askUnlessNewerThan(@Nullable Keys known) {
        asking.lock();
        try {
            if (keys == known) {
                ask();
            }
        } finally {
            asking.unlock();
        }
    }

    private Keys usable() throws KeySourceException {
        Keys newest = keys;
        Fetch fetch = last;
        IOException failure = fetch == null ? null : fetch.failure();
        if (failure != null || newest == null) {
            throw new KeySourceException("the issuer's keys cannot be had: " + failure, failure);
        }
        return newest;
    }

    private boolean mayAsk() {
        Fetch fetch = last;
        return fetch == null || !clock.instant().isBefore(fetch.at().plus(BETWEEN_ATTEMPTS));
    }

    private void ask() {
        if (!mayAsk()) {
            return;
        }
        Instant now = clock.instant();
        try {
            keys = new Keys(issuer.keys(), now);
            last = new Fetch(now, null);
        } catch (IOException e) {
            last = new Fetch(now, e);
            LOG.warn("The issuer's keys cannot be had; those from before stay in use: {}", e.toString());
        }
    }

    private record Keys(JWKSet set, Instant since) {

        boolean isOlderThan(Duration age, Instant now) {
            return since.plus(age).isBefore(now);
        }
    }

    private record Fetch(Instant at, @Nullable IOException failure) {}
}
