package dev.parley.domain.item;

import org.jspecify.annotations.Nullable;

/**
 * Tells where something that an assistant said comes from.
 *
 * @param index where in the text it belongs, in characters as the client counts them; null for the whole text
 */
public record Annotation(Source source, @Nullable Integer index) {}
