/** What a task decides by itself. */
@NullMarked
package dev.parley.domain.idempotency;

import org.jspecify.annotations.NullMarked;
