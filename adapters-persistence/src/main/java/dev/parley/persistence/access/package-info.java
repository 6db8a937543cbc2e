/** API keys and client sessions in PostgreSQL. */
@NullMarked
package dev.parley.persistence.access;

import org.jspecify.annotations.NullMarked;
