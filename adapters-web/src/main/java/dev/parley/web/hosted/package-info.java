/** OpenAI's hosted REST API of ChatKit, for servers that have an API key: client sessions, and everybody's threads. */
@NullMarked
package dev.parley.web.hosted;

import org.jspecify.annotations.NullMarked;
