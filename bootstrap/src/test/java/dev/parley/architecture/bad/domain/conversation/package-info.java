/** A domain with faults. */
@NullMarked
package dev.parley.architecture.bad.domain.conversation;

import org.jspecify.annotations.NullMarked;
