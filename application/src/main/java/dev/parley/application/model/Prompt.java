package dev.parley.application.model;

import dev.parley.application.tool.RequestedCall;
import dev.parley.application.tool.ToolDefinition;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a model is asked.
 *
 * @param messages oldest first; a call stands before its result, and every call has one
 * @param tools what it may call
 * @param model who is to answer; null for the usual model
 * @param toolChoice the one of the tools that it has to call; null where it may do as it likes
 */
public record Prompt(
        List<Message> messages,
        List<ToolDefinition> tools,
        @Nullable String model,
        @Nullable String toolChoice) {

    public Prompt {
        messages = List.copyOf(messages);
        tools = List.copyOf(tools);
    }

    /** A prompt for the usual model, which may do as it likes. */
    public Prompt(List<Message> messages, List<ToolDefinition> tools) {
        this(messages, tools, null, null);
    }

    /** Whether there are images or documents in it, which not every model takes. */
    public boolean showsFiles() {
        return messages.stream().anyMatch(message -> message instanceof FromUser user && user.showsFiles());
    }

    /** The same with images and documents named only. */
    public Prompt withFilesNamed() {
        return new Prompt(
                messages.stream()
                        .map(message -> message instanceof FromUser user ? user.withFilesNamed() : message)
                        .toList(),
                tools,
                model,
                toolChoice);
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

        private boolean showsFiles() {
            return files.stream().anyMatch(FromUser::isShown);
        }

        private FromUser withFilesNamed() {
            if (!showsFiles()) {
                return this;
            }
            String named = files.stream()
                    .filter(FromUser::isShown)
                    .map(file -> "\n- %s (%s)".formatted(file.name(), file.mimeType()))
                    .collect(Collectors.joining("", "You could not open these files of the message:", ""));
            return new FromUser(
                    text.isEmpty() ? named : text + "\n\n" + named,
                    files.stream().filter(file -> !isShown(file)).toList());
        }

        private static boolean isShown(File file) {
            return switch (file) {
                case Image image -> true;
                case Document document -> true;
                case TextFile text -> false;
            };
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
