package dev.parley.web.session;

import dev.parley.application.conversation.GetSession.History;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.AssistantMessage;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.ConversationPage;
import dev.parley.domain.conversation.InputText;
import dev.parley.domain.conversation.Item;
import dev.parley.domain.conversation.ItemId;
import dev.parley.domain.conversation.OutputText;
import dev.parley.domain.conversation.Title;
import dev.parley.domain.conversation.UserMessage;
import java.util.List;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.factory.Mappers;

/** What the API says of conversations. */
@Mapper
interface SessionResponses {

    SessionResponses RESPONSES = Mappers.getMapper(SessionResponses.class);

    @Mapping(source = "owner", target = "userId")
    SessionResponse session(Conversation conversation);

    @Mapping(source = "owner", target = "userId")
    ListedSessionResponse listed(Conversation conversation);

    @Mapping(source = "id", target = "sessionId")
    ThreadResponse thread(Conversation conversation);

    @Mapping(source = "conversation", target = ".")
    @Mapping(source = "conversation.owner", target = "userId")
    @Mapping(source = "items", target = "messages")
    HistoryResponse history(History history);

    @Mapping(constant = "user", target = "role")
    HistoryResponse.Message message(UserMessage message);

    @Mapping(constant = "assistant", target = "role")
    HistoryResponse.Message message(AssistantMessage message);

    @Mapping(constant = "input_text", target = "type")
    HistoryResponse.Content content(InputText part);

    @Mapping(constant = "output_text", target = "type")
    HistoryResponse.Content content(OutputText part);

    default HistoryResponse.Message message(Item item) {
        return switch (item) {
            case UserMessage message -> message(message);
            case AssistantMessage message -> message(message);
        };
    }

    default SessionListResponse list(ConversationPage page) {
        List<ListedSessionResponse> sessions =
                page.conversations().stream().map(this::listed).toList();
        String after = page.hasMore() ? sessions.getLast().id() : null;
        return new SessionListResponse(
                true, sessions, new SessionListResponse.Meta(page.total(), page.hasMore(), after));
    }

    default String text(ConversationId id) {
        return id.toString();
    }

    default String text(AccountId id) {
        return id.toString();
    }

    default String text(ItemId id) {
        return id.value();
    }

    default String text(Title title) {
        return title.value();
    }
}
