/** Use cases with faults. */
@NullMarked
package dev.parley.architecture.bad.application.conversation;

import org.jspecify.annotations.NullMarked;
