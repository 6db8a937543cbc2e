/** A unit of work to misuse. */
@NullMarked
package dev.parley.architecture.bad.application.shared;

import org.jspecify.annotations.NullMarked;
