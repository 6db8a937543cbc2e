package dev.parley.web.stream;

import dev.parley.domain.account.AccountId;
import dev.parley.web.error.HttpError;
import dev.parley.web.error.HttpErrorException;
import dev.parley.web.rate.RequestLimits;
import dev.parley.web.request.ConcurrencyLimit;
import dev.parley.web.request.RequestError;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Bounds how many streams a user has open on this node. */
@Component
public final class OpenStreams {

    private final ConcurrencyLimit<AccountId> open;
    private final int maximum;

    OpenStreams(RequestLimits limits) {
        this.maximum = limits.streamsPerUser();
        this.open = new ConcurrencyLimit<>(maximum);
    }

    /**
     * Serves a stream of a user from before its run is started, so that a refusal has begun nothing, until its end.
     *
     * @throws HttpErrorException with the code STREAM_LIMIT if the user has as many as are allowed
     * @throws InterruptedException if the server stops
     */
    public <T extends @Nullable Object> T serve(AccountId user, Stream<T> stream) throws InterruptedException {
        if (!open.tryBegin(user)) {
            throw new HttpErrorException(refusal());
        }
        try {
            return stream.serve();
        } finally {
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
