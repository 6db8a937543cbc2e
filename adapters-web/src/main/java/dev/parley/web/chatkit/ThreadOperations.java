package dev.parley.web.chatkit;

import dev.parley.application.conversation.DeleteSession;
import dev.parley.application.conversation.ListSessions;
import dev.parley.application.conversation.RenameSession;
import dev.parley.application.thread.ReadThread;
import dev.parley.application.thread.ReadThread.ThreadView;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.item.Item;
import dev.parley.domain.shared.Page;
import dev.parley.domain.shared.PageRequest;
import dev.parley.web.image.ImageDomains;
import dev.parley.web.item.Previews;
import dev.parley.web.item.WireItem;
import dev.parley.web.item.WirePage;
import dev.parley.web.item.WireThread;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads and changes threads, which are sessions elsewhere. */
@Component
final class ThreadOperations {

    private final ReadThread readThread;
    private final ListSessions listSessions;
    private final RenameSession renameSession;
    private final DeleteSession deleteSession;
    private final Previews previews;
    private final ImageDomains domains;

    ThreadOperations(
            ReadThread readThread,
            ListSessions listSessions,
            RenameSession renameSession,
            DeleteSession deleteSession,
            Previews previews,
            ImageDomains domains) {
        this.readThread = readThread;
        this.listSessions = listSessions;
        this.renameSession = renameSession;
        this.deleteSession = deleteSession;
        this.previews = previews;
        this.domains = domains;
    }

    WireThread get(AccountId caller, ConversationId thread) {
        ThreadView view = readThread.thread(caller, thread);
        return WireThread.of(view.conversation(), domains, page(thread, view.items()));
    }

    WirePage<WireThread> list(AccountId caller, ChatKitOperation.ListThreads list) {
        Page<Conversation> page =
                listSessions.list(caller, list.order(), new PageRequest<>(list.limit(), list.after()));
        List<WireThread> threads = page.entries().stream()
                .map(conversation -> WireThread.of(conversation, domains))
                .toList();
        return page.hasMore() ? WirePage.before(threads, threads.getLast().id()) : WirePage.last(threads);
    }

    WireThread update(AccountId caller, ChatKitOperation.UpdateThread update) {
        return WireThread.of(renameSession.rename(caller, update.thread(), update.title()), domains);
    }

    void delete(AccountId caller, ConversationId thread) {
        deleteSession.delete(caller, thread);
    }

    WirePage<WireItem> items(AccountId caller, ChatKitOperation.ListItems list) {
        Page<Item> page =
                readThread.items(caller, list.thread(), list.order(), new PageRequest<>(list.limit(), list.after()));
        return page(list.thread(), page);
    }

    private WirePage<WireItem> page(ConversationId thread, Page<Item> page) {
        List<WireItem> items = page.entries().stream()
                .flatMap(item -> WireItem.of(thread, item, previews).stream())
                .toList();
        return page.hasMore()
                ? WirePage.before(items, page.entries().getLast().id().value())
                : WirePage.last(items);
    }
}
