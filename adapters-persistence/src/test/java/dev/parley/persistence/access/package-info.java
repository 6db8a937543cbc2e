/** API keys and client sessions on a real PostgreSQL. */
@NullMarked
package dev.parley.persistence.access;

import org.jspecify.annotations.NullMarked;
