@NullMarked
package dev.parley.assistant.json;

import org.jspecify.annotations.NullMarked;
