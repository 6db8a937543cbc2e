/** Models of OpenAI and of all who speak its protocol. */
@NullMarked
package dev.parley.assistant.openai;

import org.jspecify.annotations.NullMarked;
