package dev.parley.web.rate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.web.error.HttpError;
import dev.parley.web.error.HttpErrorException;
import dev.parley.web.request.RequestError;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * So many requests a minute for each key. What is left is told as in the IETF draft
 * {@code draft-ietf-httpapi-ratelimit-headers}.
 */
public final class Rate {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int MAXIMUM_KEYS = 100_000;

    private final String policy;
    private final @Nullable String setting;
    private final Buckets source;
    private final Duration window;
    private final boolean refillsGradually;
    private final Cache<Object, RequestBucket> buckets;

    private Rate(String policy, @Nullable String setting, Buckets source, Duration window, boolean refillsGradually) {
        this.policy = policy;
        this.setting = setting;
        this.source = source;
        this.window = window;
        this.refillsGradually = refillsGradually;
        this.buckets = Caffeine.newBuilder()
                .expireAfterAccess(window.multipliedBy(2))
                .maximumSize(MAXIMUM_KEYS)
                .build();
    }

    /**
     * A rate a minute.
     *
     * @param policy its name in the headers
     * @param source where requests are counted
     */
    public Rate(String policy, Buckets source) {
        this(policy, null, source, MINUTE, false);
    }

    /** A rate a minute that is {@code parley.limits.requests-per-minute}, or follows from it. */
    public static Rate ofSetting(String policy, Buckets source) {
        return new Rate(policy, "parley.limits.requests-per-minute", source, MINUTE, false);
    }

    /** A rate a minute of which each request comes back when its part of the minute is over, not all at once. */
    static Rate gradual(String policy, Buckets source) {
        return new Rate(policy, null, source, MINUTE, true);
    }

    /** A rate in another time than a minute; only for {@link #tryTake}, since refusals speak of minutes. */
    static Rate in(Duration window, String policy, Buckets source) {
        return new Rate(policy, null, source, window, false);
    }

    /**
     * Counts a request.
     *
     * @param quota requests a minute; always the same for a key
     * @return headers that tell what is left
     * @throws HttpErrorException with the code RATE_LIMITED if nothing is left
     * @throws dev.parley.application.shared.SystemFailure naming the step {@code rate.count} if requests cannot be counted now
     */
    public Map<String, String> take(Object key, int quota) {
        ConsumptionProbe probe = buckets.get(key, unknown -> bucket(key, quota)).take();
        if (!probe.isConsumed()) {
            throw new HttpErrorException(refusal(quota, roundedUp(probe.getNanosToWaitForRefill())));
        }
        return headers(quota, probe.getRemainingTokens(), roundedUp(probe.getNanosToWaitForReset()));
    }

    /**
     * Counts a request, if one is left.
     *
     * @return null if it is counted, else when to try again
     */
    @Nullable Duration tryTake(Object key, int quota) {
        ConsumptionProbe probe = buckets.get(key, unknown -> bucket(key, quota)).take();
        return probe.isConsumed() ? null : Duration.ofNanos(probe.getNanosToWaitForRefill());
    }

    /** Takes a request out of the count again. */
    void giveBack(Object key) {
        RequestBucket bucket = buckets.getIfPresent(key);
        if (bucket != null) {
            bucket.giveBack();
        }
    }

    /** A bucket keeps the quota that it was made with; with another one, all begin anew. */
    private RequestBucket bucket(Object key, int quota) {
        return source.bucket(policy + ":" + quota + ":" + key, configuration(quota));
    }

    private HttpError refusal(int quota, long seconds) {
        Map<String, String> headers = new HashMap<>(headers(quota, 0, seconds));
        headers.put(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        return HttpError.of(RequestError.RATE_LIMITED, quota, seconds)
                .with(headers)
                .by(setting);
    }

    private Map<String, String> headers(int quota, long remaining, long seconds) {
        return Map.of(
                "RateLimit-Policy",
                "\"" + policy + "\";q=" + quota + ";w=" + window.toSeconds(),
                "RateLimit",
                "\"" + policy + "\";r=" + remaining + ";t=" + seconds);
    }

    private static long roundedUp(long nanos) {
        return Math.max(1, TimeUnit.NANOSECONDS.toSeconds(nanos + TimeUnit.SECONDS.toNanos(1) - 1));
    }

    private BucketConfiguration configuration(int quota) {
        var bandwidth = Bandwidth.builder().capacity(quota);
        return BucketConfiguration.builder()
                .addLimit((refillsGradually
                                ? bandwidth.refillGreedy(quota, window)
                                : bandwidth.refillIntervally(quota, window))
                        .build())
                .build();
    }
}
