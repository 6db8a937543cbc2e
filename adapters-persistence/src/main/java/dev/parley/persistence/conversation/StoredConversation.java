package dev.parley.persistence.conversation;

import static dev.parley.persistence.conversation.ConversationRowMapper.MAPPER;

import dev.parley.domain.conversation.Conversation;
import tools.jackson.databind.util.StdConverter;

/** Where a conversation is part of stored JSON, it has the form of its row. */
final class StoredConversation {

    private StoredConversation() {}

    static final class OfConversation extends StdConverter<Conversation, ConversationRow> {

        @Override
        public ConversationRow convert(Conversation conversation) {
            return MAPPER.row(conversation).inEvent();
        }
    }

    static final class ToConversation extends StdConverter<ConversationRow, Conversation> {

        @Override
        public Conversation convert(ConversationRow row) {
            return MAPPER.conversation(row);
        }
    }
}
