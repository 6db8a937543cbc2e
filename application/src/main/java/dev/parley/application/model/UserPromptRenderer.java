package dev.parley.application.model;

import dev.parley.domain.item.MessageAttachment;
import dev.parley.domain.item.UserMessage;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A user's message as a model is told it: what the message refers to and the files that the model cannot open are named below
 * the text, and so are images, which have no names of their own where they are shown.
 */
final class UserPromptRenderer {

    private final UserMessage message;
    private final Map<String, Prompt.File> contents;

    private UserPromptRenderer(UserMessage message, Map<String, Prompt.File> contents) {
        this.message = message;
        this.contents = contents;
    }

    /**
     * Puts a message into a prompt.
     *
     * @param contents of the files that the model is sent, by the attachments' ids
     */
    static Prompt.FromUser of(UserMessage message, Map<String, Prompt.File> contents) {
        UserPromptRenderer words = new UserPromptRenderer(message, contents);
        return new Prompt.FromUser(words.text(), words.files());
    }

    private String text() {
        return Stream.of(message.text(), quoted(), shown(), named())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    private List<Prompt.File> files() {
        return message.attachments().stream()
                .map(MessageAttachment::id)
                .filter(contents::containsKey)
                .map(contents::get)
                .toList();
    }

    private String quoted() {
        String quoted = message.quotedText();
        return quoted == null ? "" : "The message refers to this in particular:\n" + quoted;
    }

    private String shown() {
        return listed(
                "The message came with these images, in this order:",
                message.attachments().stream().filter(file -> contents.get(file.id()) instanceof Prompt.Image));
    }

    private String named() {
        return listed(
                "The message came with these files, which you cannot open:",
                message.attachments().stream().filter(file -> !contents.containsKey(file.id())));
    }

    private static String listed(String heading, Stream<MessageAttachment> files) {
        List<String> lines = files.map(file -> "\n- %s (%s)".formatted(file.name(), file.mimeType()))
                .toList();
        return lines.isEmpty() ? "" : heading + String.join("", lines);
    }
}
