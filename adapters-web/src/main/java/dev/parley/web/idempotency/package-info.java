/** Requests with an idempotency key, and how they are answered. */
@NullMarked
package dev.parley.web.idempotency;

import org.jspecify.annotations.NullMarked;
