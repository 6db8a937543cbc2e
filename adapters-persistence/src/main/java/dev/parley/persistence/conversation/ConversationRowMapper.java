package dev.parley.persistence.conversation;

import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Title;
import java.util.UUID;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.factory.Mappers;

@Mapper
interface ConversationRowMapper {

    ConversationRowMapper MAPPER = Mappers.getMapper(ConversationRowMapper.class);

    @Mapping(source = "ownerId", target = "owner")
    @Mapping(target = "ownedBy", ignore = true)
    Conversation conversation(ConversationRow row);

    default ConversationId conversationId(UUID id) {
        return new ConversationId(id);
    }

    default AccountId accountId(UUID id) {
        return new AccountId(id);
    }

    default Title title(String title) {
        return new Title(title);
    }
}
