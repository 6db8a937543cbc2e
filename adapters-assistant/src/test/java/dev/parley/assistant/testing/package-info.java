/** A model server that does what a test tells it. */
@NullMarked
package dev.parley.assistant.testing;

import org.jspecify.annotations.NullMarked;
