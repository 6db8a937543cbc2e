package dev.parley.web.http;

import dev.parley.domain.conversation.ConversationId;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Reads ids of sessions and threads from paths. */
@Component
final class ConversationIdConverter implements Converter<String, ConversationId> {

    @Override
    public ConversationId convert(String text) {
        return ConversationId.of(text);
    }
}
