/** What an operator reads when Parley cannot start: one sentence, and never a stack trace. */
@NullMarked
package dev.parley.bootstrap.failure;

import org.jspecify.annotations.NullMarked;
