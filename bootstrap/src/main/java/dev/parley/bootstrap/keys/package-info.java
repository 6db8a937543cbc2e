/** The command that makes, lists and revokes API keys. */
@NullMarked
package dev.parley.bootstrap.keys;

import org.jspecify.annotations.NullMarked;
