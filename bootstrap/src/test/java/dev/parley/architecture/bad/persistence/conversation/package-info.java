/** Repositories with faults. */
@NullMarked
package dev.parley.architecture.bad.persistence.conversation;

import org.jspecify.annotations.NullMarked;
