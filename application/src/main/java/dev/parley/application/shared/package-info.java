/** The unit of work, id generation and the failures of single steps. */
@NullMarked
package dev.parley.application.shared;

import org.jspecify.annotations.NullMarked;
