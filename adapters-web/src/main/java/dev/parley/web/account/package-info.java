/** The REST API of accounts. */
@NullMarked
package dev.parley.web.account;

import org.jspecify.annotations.NullMarked;
