/** Work that is done once for a key, however often it is asked for. */
@NullMarked
package dev.parley.application.idempotency;

import org.jspecify.annotations.NullMarked;
