/** Accounts on a real PostgreSQL. */
@NullMarked
package dev.parley.persistence.account;

import org.jspecify.annotations.NullMarked;
