package dev.parley.application.model;

import dev.parley.application.tool.RequestedCall;
import dev.parley.application.tool.ToolDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model is asked.
 *
 * @param messages oldest first; a call stands before its result, and every call has one
 * @param tools what it may call
 * @param model who is to answer; null for the usual model
 */
public record Prompt(
        List<Message> messages,
        List<ToolDefinition> tools,
        @Nullable String model) {

    public Prompt {
        messages = List.copyOf(messages);
        tools = List.copyOf(tools);
    }

    /** A prompt for the usual model. */
    public Prompt(List<Message> messages, List<ToolDefinition> tools) {
        this(messages, tools, null);
    }

    /** A message of the conversation. */
    public sealed interface Message {}

    /** Text of the operator; never of a user. */
    public record FromSystem(String text) implements Message {}

    /** What a user wrote. */
    public record FromUser(String text) implements Message {}

    /**
     * What the assistant said and asked for.
     *
     * @param text empty where it only called tools
     */
    public record FromAssistant(String text, List<RequestedCall> calls) implements Message {

        public FromAssistant {
            calls = List.copyOf(calls);
        }
    }

    /** What a tool gave back. */
    public record FromTool(String callId, String content) implements Message {}
}
