/** The behaviour of the use cases, without Spring and without a database. */
@NullMarked
package dev.parley.application.idempotency;

import org.jspecify.annotations.NullMarked;
