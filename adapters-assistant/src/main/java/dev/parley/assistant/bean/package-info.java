/** Brings the tools that are beans, each checked once. */
@NullMarked
package dev.parley.assistant.bean;

import org.jspecify.annotations.NullMarked;
