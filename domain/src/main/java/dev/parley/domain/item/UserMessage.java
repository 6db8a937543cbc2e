package dev.parley.domain.item;

import dev.parley.domain.shared.Text;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a user said.
 *
 * @param quotedText what the user refers to; null for nothing
 */
public record UserMessage(
        ItemId id,
        long sequence,
        List<UserContent> content,
        List<MessageAttachment> attachments,
        @Nullable String quotedText,
        InferenceOptions options,
        Instant createdAt)
        implements Message {

    public UserMessage {
        content = List.copyOf(content);
        attachments = List.copyOf(attachments);
    }

    @Override
    public UserMessage at(long place) {
        return new UserMessage(id, place, content, attachments, quotedText, options, createdAt);
    }

    /** The message to be answered in another way. */
    public UserMessage with(InferenceOptions others) {
        return new UserMessage(id, sequence, content, attachments, quotedText, others, createdAt);
    }

    @Override
    public String text() {
        return Text.joined(content.stream().map(UserContent::text).toList());
    }
}
