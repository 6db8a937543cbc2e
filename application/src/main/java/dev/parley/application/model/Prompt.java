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

    /**
     * What a user wrote and attached.
     *
     * @param text names also the files whose content is not here; empty where the user sent nothing but texts or documents
     * @param files in the user's order
     */
    public record FromUser(String text, List<File> files) implements Message {

        public FromUser {
            files = List.copyOf(files);
        }

        /** A message without files. */
        public FromUser(String text) {
            this(text, List.of());
        }
    }

    /** A file with its content. */
    public sealed interface File {

        /** What the user calls it. */
        String name();

        /** Its media type (RFC 9110, section 8.3.1). */
        String mimeType();
    }

    /**
     * A PNG, JPEG, GIF or WebP image.
     *
     * @param base64 its bytes (RFC 4648, section 4)
     */
    public record Image(String name, String mimeType, String base64) implements File {}

    /**
     * A PDF.
     *
     * @param base64 its bytes (RFC 4648, section 4)
     */
    public record Document(String name, String mimeType, String base64) implements File {}

    /** A file that people can read as it is. */
    public record TextFile(String name, String mimeType, String content) implements File {}

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
