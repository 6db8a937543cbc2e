package dev.parley.web.rate;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;

/** A bucket in this node's memory. */
record LocalBucket(Bucket bucket) implements RequestBucket {

    @Override
    public ConsumptionProbe take() {
        return bucket.tryConsumeAndReturnRemaining(1);
    }

    @Override
    public void giveBack() {
        bucket.addTokens(1);
    }
}
