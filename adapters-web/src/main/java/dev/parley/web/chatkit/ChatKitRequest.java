package dev.parley.web.chatkit;

import org.jspecify.annotations.Nullable;

/**
 * A request of the ChatKit protocol.
 *
 * @param type which operation, such as {@code threads.create}
 * @param params what it needs, an object
 * @param metadata an object of the client's own, of which only {@code idempotency_key} is looked at
 * @param bytes the request as it came, in which params and metadata stand
 */
record ChatKitRequest(
        @Nullable String type,
        @Nullable JsonSlice params,
        @Nullable JsonSlice metadata,
        Bytes bytes) {}
