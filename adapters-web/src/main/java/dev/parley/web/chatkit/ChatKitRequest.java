package dev.parley.web.chatkit;

import io.swagger.v3.oas.annotations.media.Schema;
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
        @Schema(implementation = Object.class) @Nullable JsonSlice params,
        @Schema(implementation = Object.class) @Nullable JsonSlice metadata,
        @Schema(hidden = true) Bytes bytes) {}
