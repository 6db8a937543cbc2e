/** Buckets of requests in PostgreSQL, which all nodes share. */
@NullMarked
package dev.parley.bootstrap.rate;

import org.jspecify.annotations.NullMarked;
