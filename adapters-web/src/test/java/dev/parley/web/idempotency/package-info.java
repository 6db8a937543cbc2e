/** Idempotency keys over HTTP. */
@NullMarked
package dev.parley.web.idempotency;

import org.jspecify.annotations.NullMarked;
