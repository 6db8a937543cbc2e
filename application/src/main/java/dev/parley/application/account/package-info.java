/** Use cases of local accounts, the port that hashes passwords, and the quota of what an account stores. */
@NullMarked
package dev.parley.application.account;

import org.jspecify.annotations.NullMarked;
