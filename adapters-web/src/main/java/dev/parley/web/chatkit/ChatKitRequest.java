package dev.parley.web.chatkit;

import dev.parley.domain.shared.Json;
import org.jspecify.annotations.Nullable;

/**
 * A request of the ChatKit protocol.
 *
 * @param type which operation, such as {@code threads.create}
 * @param params what it needs, an object
 * @param metadata an object of the client's own, of which only {@code idempotency_key} is looked at
 */
record ChatKitRequest(
        @Nullable String type,
        @Nullable Json params,
        @Nullable Json metadata) {}
