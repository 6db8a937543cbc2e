package dev.parley.web.rate;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.proxy.ProxyManager;

/** Buckets that all nodes take from. */
public final class SharedBuckets implements Buckets {

    private final ProxyManager<String> store;

    public SharedBuckets(ProxyManager<String> store) {
        this.store = store;
    }

    @Override
    public RequestBucket bucket(String key, BucketConfiguration configuration) {
        return new SharedBucket(store.getProxy(key, () -> configuration));
    }
}
