package dev.parley.domain.item;

import dev.parley.domain.shared.Text;
import java.time.Instant;
import java.util.List;

/** What the assistant said. */
public record AssistantMessage(ItemId id, long sequence, List<OutputText> content, Instant createdAt)
        implements Message {

    public AssistantMessage {
        content = List.copyOf(content);
    }

    @Override
    public AssistantMessage at(long place) {
        return new AssistantMessage(id, place, content, createdAt);
    }

    @Override
    public String text() {
        return Text.joined(content.stream().map(OutputText::text).toList());
    }
}
