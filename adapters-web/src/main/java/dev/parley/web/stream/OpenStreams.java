package dev.parley.web.stream;

import static java.util.Locale.ROOT;

import dev.parley.domain.account.AccountId;
import dev.parley.web.error.HttpError;
import dev.parley.web.error.HttpErrorException;
import dev.parley.web.rate.RequestLimits;
import dev.parley.web.request.ConcurrencyLimit;
import dev.parley.web.request.RequestError;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Bounds how many streams a user has open on this node, and shows all as {@code parley.streams.open}, by kind. */
@Component
public final class OpenStreams {

    private final ConcurrencyLimit<AccountId> open;
    private final int maximum;
    private final Map<StreamKind, AtomicInteger> openByKind = new EnumMap<>(StreamKind.class);

    OpenStreams(RequestLimits limits, MeterRegistry meters) {
        this.maximum = limits.streamsPerUser();
        this.open = new ConcurrencyLimit<>(maximum);
        for (StreamKind kind : StreamKind.values()) {
            AtomicInteger count = new AtomicInteger();
            openByKind.put(kind, count);
            Gauge.builder("parley.streams.open", count, AtomicInteger::get)
                    .tag("kind", kind.name().toLowerCase(ROOT))
                    .register(meters);
        }
    }

    /**
     * Serves a stream of a user from before its run is started, so that a refusal has begun nothing, until its end.
     *
     * @throws HttpErrorException with the code STREAM_LIMIT if the user has as many as are allowed
     * @throws InterruptedException if the server stops
     */
    public <T extends @Nullable Object> T serve(AccountId user, StreamKind kind, Stream<T> stream)
            throws InterruptedException {
        if (!open.tryBegin(user)) {
            throw new HttpErrorException(refusal());
        }
        AtomicInteger count = Objects.requireNonNull(openByKind.get(kind));
        count.incrementAndGet();
        try {
            return stream.serve();
        } finally {
            count.decrementAndGet();
            open.end(user);
        }
    }

    private HttpError refusal() {
        return HttpError.of(RequestError.STREAM_LIMIT, maximum).with(Map.of(HttpHeaders.RETRY_AFTER, "1"));
    }

    /** A stream, which is written by the thread of its request. */
    @FunctionalInterface
    public interface Stream<T extends @Nullable Object> {

        /** Writes it to its end. */
        T serve() throws InterruptedException;
    }
}
