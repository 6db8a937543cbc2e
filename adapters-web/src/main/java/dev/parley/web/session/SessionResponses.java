package dev.parley.web.session;

import dev.parley.application.history.History;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Title;
import dev.parley.domain.item.ToolCall;
import dev.parley.domain.shared.Page;
import dev.parley.web.item.Previews;
import dev.parley.web.item.WireItem;
import dev.parley.web.json.IdTexts;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.factory.Mappers;

/** What the API says of conversations. */
@Mapper(uses = IdTexts.class)
interface SessionResponses {

    SessionResponses RESPONSES = Mappers.getMapper(SessionResponses.class);

    @Mapping(source = "owner", target = "userId")
    SessionResponse session(Conversation conversation);

    @Mapping(source = "owner", target = "userId")
    ListedSessionResponse listed(Conversation conversation);

    @Mapping(source = "id", target = "sessionId")
    ThreadResponse thread(Conversation conversation);

    default HistoryResponse history(History history, Previews previews) {
        return history(history.conversation(), messages(history, previews), items(history, previews));
    }

    @Mapping(source = "conversation.owner", target = "userId")
    HistoryResponse history(
            Conversation conversation, Iterable<HistoryResponse.Message> messages, @Nullable Iterable<WireItem> items);

    @Mapping(constant = "function", target = "type")
    @Mapping(source = "callId", target = "id")
    @Mapping(source = "outcome.content", target = "result")
    @Mapping(source = ".", target = "function")
    HistoryResponse.Call call(ToolCall call);

    private static Iterable<HistoryResponse.Message> messages(History history, Previews previews) {
        return () -> new MessageHistory(history, previews);
    }

    private static @Nullable Iterable<WireItem> items(History history, Previews previews) {
        ConversationId thread = history.conversation().id();
        return history.hasOthers()
                ? () -> StreamSupport.stream(history.others().spliterator(), false)
                        .flatMap(item -> WireItem.of(thread, item, previews).stream())
                        .iterator()
                : null;
    }

    default SessionListResponse list(Page<Conversation> page) {
        List<ListedSessionResponse> sessions =
                page.entries().stream().map(this::listed).toList();
        String after = page.hasMore() ? sessions.getLast().id() : null;
        return new SessionListResponse(
                true, sessions, new SessionListResponse.Meta(page.total().orElseThrow(), page.hasMore(), after));
    }

    default String text(Title title) {
        return title.value();
    }
}
