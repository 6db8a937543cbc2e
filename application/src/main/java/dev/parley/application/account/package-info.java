/** Use cases of local accounts, and the ports that hash and issue. */
@NullMarked
package dev.parley.application.account;

import org.jspecify.annotations.NullMarked;
