package dev.parley.bootstrap.rate;

import dev.parley.web.rate.Buckets;
import dev.parley.web.rate.RequestBucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * Buckets in PostgreSQL, which all nodes take from. Bucket4j commits each taking by itself, before the request's own unit
 * of work begins.
 */
public final class PostgresBuckets implements Buckets {

    private static final Duration KEPT_WHEN_FULL = Duration.ofMinutes(1);
    private static final int REMOVED_AT_ONCE = 500;

    private final PostgreSQLSelectForUpdateBasedProxyManager<String> store;

    public PostgresBuckets(DataSource dataSource) {
        this.store = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(dataSource)
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table("rate_bucket")
                .expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(KEPT_WHEN_FULL))
                .build();
    }

    @Override
    public RequestBucket bucket(String key, BucketConfiguration configuration) {
        return new PostgresBucket(store.getProxy(key, () -> configuration));
    }

    /** Removes the buckets that are full again, so many at once that nobody waits for it. */
    public void removeExpired() {
        int removed;
        do {
            removed = store.removeExpired(REMOVED_AT_ONCE);
        } while (removed == REMOVED_AT_ONCE);
    }
}
