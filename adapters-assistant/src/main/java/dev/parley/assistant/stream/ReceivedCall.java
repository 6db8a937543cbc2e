package dev.parley.assistant.stream;

import org.jspecify.annotations.Nullable;

/**
 * A tool call that a model made.
 *
 * @param id unique in its turn
 * @param arguments a JSON object, or what the model wrote instead
 * @param others what the provider attached to the call, a JSON object that only it understands; null where there is nothing
 */
public record ReceivedCall(
        String id, String name, String arguments, @Nullable String others) {}
