package dev.parley.domain.conversation;

import dev.parley.domain.shared.Text;
import java.time.Instant;
import java.util.List;

/** What a user said. */
public record UserMessage(
        ItemId id, long sequence, List<InputText> content, InferenceOptions options, Instant createdAt)
        implements Message {

    public UserMessage {
        content = List.copyOf(content);
    }

    @Override
    public String text() {
        return Text.joined(content.stream().map(InputText::text).toList());
    }
}
