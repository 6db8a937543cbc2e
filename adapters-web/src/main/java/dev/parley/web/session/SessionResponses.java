package dev.parley.web.session;

import dev.parley.application.conversation.GetSession.History;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.ConversationPage;
import dev.parley.domain.conversation.InputText;
import dev.parley.domain.conversation.Item;
import dev.parley.domain.conversation.ItemId;
import dev.parley.domain.conversation.OutputText;
import dev.parley.domain.conversation.Title;
import dev.parley.domain.conversation.ToolCall;
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

    @Mapping(constant = "input_text", target = "type")
    HistoryResponse.Content content(InputText part);

    @Mapping(constant = "output_text", target = "type")
    HistoryResponse.Content content(OutputText part);

    @Mapping(constant = "function", target = "type")
    @Mapping(source = "callId", target = "id")
    @Mapping(source = "outcome.content", target = "result")
    @Mapping(source = ".", target = "function")
    HistoryResponse.Call call(ToolCall call);

    default List<HistoryResponse.Message> messages(List<Item> items) {
        return MessageHistory.of(items);
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
