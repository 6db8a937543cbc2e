/** A command, which may print. */
@NullMarked
package dev.parley.architecture.bad.bootstrap.keys;

import org.jspecify.annotations.NullMarked;
