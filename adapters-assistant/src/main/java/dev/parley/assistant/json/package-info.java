/** JSON that assistants show, looked into with Jackson. */
@NullMarked
package dev.parley.assistant.json;

import org.jspecify.annotations.NullMarked;
