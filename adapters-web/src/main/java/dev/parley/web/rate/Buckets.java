package dev.parley.web.rate;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.local.LocalBucketBuilder;

/** Where the buckets are that requests are taken from. */
@FunctionalInterface
public interface Buckets {

    /**
     * A bucket, which is full when it is first taken from.
     *
     * @param key at most 400 characters; whoever asks with the same key may take from the same bucket
     */
    RequestBucket bucket(String key, BucketConfiguration configuration);

    /** Buckets in this node's memory, a new one whenever it is asked for one. */
    static Buckets ofThisNode() {
        return ofThisNode(TimeMeter.SYSTEM_MILLISECONDS);
    }

    /** The same by a clock. */
    static Buckets ofThisNode(TimeMeter clock) {
        return (key, configuration) -> {
            LocalBucketBuilder builder = Bucket.builder().withCustomTimePrecision(clock);
            for (var bandwidth : configuration.getBandwidths()) {
                builder.addLimit(bandwidth);
            }
            Bucket bucket = builder.build();
            return new LocalBucket(bucket);
        };
    }
}
