/** What models do and say on the wire, and what Parley makes of it. */
@NullMarked
package dev.parley.assistant.openai;

import org.jspecify.annotations.NullMarked;
