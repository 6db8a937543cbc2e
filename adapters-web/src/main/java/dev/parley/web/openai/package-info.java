/** OpenAI's hosted ChatKit API, below {@code /v1}. */
@NullMarked
package dev.parley.web.openai;

import org.jspecify.annotations.NullMarked;
