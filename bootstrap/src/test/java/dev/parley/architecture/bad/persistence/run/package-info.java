/** Repositories that reach into others. */
@NullMarked
package dev.parley.architecture.bad.persistence.run;

import org.jspecify.annotations.NullMarked;
