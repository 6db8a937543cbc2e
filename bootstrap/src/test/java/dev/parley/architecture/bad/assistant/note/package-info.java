@NullMarked
package dev.parley.architecture.bad.assistant.note;

import org.jspecify.annotations.NullMarked;
