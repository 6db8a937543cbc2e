package dev.parley.domain.item;

import dev.parley.domain.shared.Json;
import org.jspecify.annotations.Nullable;

/**
 * Something that a user mentioned by picking it, such as a document.
 *
 * @param id what was picked, in the client's words
 * @param text what is shown of it
 * @param data an object of the client's
 * @param group null where it is in none
 * @param interactive whether the client shows more of it on demand
 */
public record InputTag(
        String id, String text, Json data, @Nullable String group, boolean interactive) implements UserContent {}
