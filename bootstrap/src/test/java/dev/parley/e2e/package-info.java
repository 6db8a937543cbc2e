/** The whole server, called over HTTP, on a real PostgreSQL. */
@NullMarked
package dev.parley.e2e;

import org.jspecify.annotations.NullMarked;
