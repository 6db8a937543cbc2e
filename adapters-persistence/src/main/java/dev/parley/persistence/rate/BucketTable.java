package dev.parley.persistence.rate;

import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import java.time.Duration;
import javax.sql.DataSource;

/** Buckets in PostgreSQL. Bucket4j commits each taking by itself, before the request's own unit of work begins. */
public final class BucketTable {

    private static final Duration KEPT_WHEN_FULL = Duration.ofMinutes(1);
    private static final int REMOVED_AT_ONCE = 500;

    private final PostgreSQLSelectForUpdateBasedProxyManager<String> buckets;

    public BucketTable(DataSource dataSource) {
        this.buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(dataSource)
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table("rate_bucket")
                .expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(KEPT_WHEN_FULL))
                .build();
    }

    /** The buckets by their keys. */
    public ProxyManager<String> buckets() {
        return buckets;
    }

    /** Removes the buckets that are full again, so many at once that nobody waits for it. */
    public void removeExpired() {
        int removed;
        do {
            removed = buckets.removeExpired(REMOVED_AT_ONCE);
        } while (removed == REMOVED_AT_ONCE);
    }
}
