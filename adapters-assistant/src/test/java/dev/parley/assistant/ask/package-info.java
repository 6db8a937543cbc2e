/** What models may ask their users. */
@NullMarked
package dev.parley.assistant.ask;

import org.jspecify.annotations.NullMarked;
