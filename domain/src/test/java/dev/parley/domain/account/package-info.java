/** Accounts, their addresses and passwords. */
@NullMarked
package dev.parley.domain.account;

import org.jspecify.annotations.NullMarked;
