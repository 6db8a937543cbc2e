package dev.parley.web.session;

import dev.parley.application.conversation.GetSession.History;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.ConversationPage;
import dev.parley.domain.conversation.ItemId;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.Title;
import dev.parley.domain.conversation.ToolCall;
import dev.parley.web.chatkit.Previews;
import dev.parley.web.chatkit.WireItem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Context;
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
    @Mapping(source = ".", target = "messages")
    @Mapping(source = ".", target = "items")
    HistoryResponse history(History history, @Context Previews previews);

    @Mapping(constant = "function", target = "type")
    @Mapping(source = "callId", target = "id")
    @Mapping(source = "outcome.content", target = "result")
    @Mapping(source = ".", target = "function")
    HistoryResponse.Call call(ToolCall call);

    default List<HistoryResponse.Message> messages(History history, @Context Previews previews) {
        return MessageHistory.of(history.conversation().id(), history.items(), previews);
    }

    default @Nullable List<WireItem> items(History history, @Context Previews previews) {
        ConversationId thread = history.conversation().id();
        List<WireItem> items = history.items().stream()
                .filter(item -> !(item instanceof Message))
                .flatMap(item -> WireItem.of(thread, item, previews).stream())
                .toList();
        return items.isEmpty() ? null : items;
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
