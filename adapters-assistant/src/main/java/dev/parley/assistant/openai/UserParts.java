package dev.parley.assistant.openai;

import com.openai.models.chat.completions.ChatCompletionContentPart;
import com.openai.models.chat.completions.ChatCompletionContentPartImage;
import com.openai.models.chat.completions.ChatCompletionContentPartText;
import com.openai.models.chat.completions.ChatCompletionUserMessageParam.Content;
import dev.parley.application.model.Prompt;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A user's message in the provider's words. What is text alone stays a plain string, because many models know nothing else.
 */
final class UserParts {

    private UserParts() {}

    static Content of(Prompt.FromUser message) {
        List<ChatCompletionContentPart> shown =
                message.files().stream().flatMap(UserParts::part).toList();
        String text = text(message);
        if (shown.isEmpty()) {
            return Content.ofText(text);
        }
        List<ChatCompletionContentPart> parts = new ArrayList<>();
        if (!text.isEmpty()) {
            parts.add(ChatCompletionContentPart.ofText(
                    ChatCompletionContentPartText.builder().text(text).build()));
        }
        parts.addAll(shown);
        return Content.ofArrayOfContentParts(parts);
    }

    private static String text(Prompt.FromUser message) {
        Stream<String> files = message.files().stream()
                .filter(Prompt.TextFile.class::isInstance)
                .map(Prompt.TextFile.class::cast)
                .map(file -> "<file name=\"%s\" type=\"%s\">\n%s\n</file>"
                        .formatted(file.name().replace('"', '\''), file.mimeType(), file.content()));
        return Stream.concat(Stream.of(message.text()), files)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    private static Stream<ChatCompletionContentPart> part(Prompt.File file) {
        return switch (file) {
            case Prompt.Image image -> Stream.of(ChatCompletionContentPart.ofImageUrl(image(image)));
            case Prompt.Document document -> Stream.of(ChatCompletionContentPart.ofFile(document(document)));
            case Prompt.TextFile text -> Stream.empty();
        };
    }

    private static ChatCompletionContentPartImage image(Prompt.Image image) {
        return ChatCompletionContentPartImage.builder()
                .imageUrl(ChatCompletionContentPartImage.ImageUrl.builder()
                        .url(dataUrl(image, image.base64()))
                        .build())
                .build();
    }

    private static ChatCompletionContentPart.File document(Prompt.Document document) {
        return ChatCompletionContentPart.File.builder()
                .file(ChatCompletionContentPart.File.FileObject.builder()
                        .filename(document.name())
                        .fileData(dataUrl(document, document.base64()))
                        .build())
                .build();
    }

    private static String dataUrl(Prompt.File file, String base64) {
        return "data:" + file.mimeType() + ";base64," + base64;
    }
}
