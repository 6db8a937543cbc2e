/** Builds a reply: turns what an assistant does into items, events and commits. */
@NullMarked
package dev.parley.application.reply;

import org.jspecify.annotations.NullMarked;
