/** Requests that carry a key, so that they can be sent again without being done again. */
@NullMarked
package dev.parley.domain.idempotency;

import org.jspecify.annotations.NullMarked;
