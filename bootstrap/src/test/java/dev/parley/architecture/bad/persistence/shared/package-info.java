/** Transactions where they belong, but not as they should be. */
@NullMarked
package dev.parley.architecture.bad.persistence.shared;

import org.jspecify.annotations.NullMarked;
