package dev.parley.web.openai;

import static dev.parley.web.openai.OpenAiResponses.RESPONSES;

import dev.parley.application.account.IdentifyAccount;
import dev.parley.application.admin.DeleteThread;
import dev.parley.application.admin.GetThread;
import dev.parley.application.admin.ListItems;
import dev.parley.application.admin.ListThreads;
import dev.parley.domain.account.AccountIdentity;
import dev.parley.domain.account.Subject;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.ListedThread;
import dev.parley.domain.item.ItemId;
import dev.parley.domain.shared.InvalidRequest;
import dev.parley.domain.shared.NameBasedUuid;
import dev.parley.domain.shared.Page;
import dev.parley.domain.shared.PageOrder;
import dev.parley.domain.shared.PageRequest;
import dev.parley.web.http.LogContext;
import dev.parley.web.request.Cursors;
import dev.parley.web.request.RequestError;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Everybody's threads, in OpenAI's shapes; they are described where OpenAI describes its API. */
@Hidden
@RestController
@RequestMapping(path = "/v1/chatkit/threads", produces = MediaType.APPLICATION_JSON_VALUE)
final class HostedThreadController {

    private static final String USUAL_LIMIT = "20";
    private static final String USUAL_ORDER = "desc";

    private final ListThreads listThreads;
    private final GetThread getThread;
    private final DeleteThread deleteThread;
    private final ListItems listItems;
    private final IdentifyAccount identifyAccount;

    HostedThreadController(
            ListThreads listThreads,
            GetThread getThread,
            DeleteThread deleteThread,
            ListItems listItems,
            IdentifyAccount identifyAccount) {
        this.identifyAccount = identifyAccount;
        this.listThreads = listThreads;
        this.getThread = getThread;
        this.deleteThread = deleteThread;
        this.listItems = listItems;
    }

    @GetMapping
    PageResponse<HostedThread> list(
            @RequestParam(required = false) @Nullable String user,
            @RequestParam(defaultValue = USUAL_LIMIT) int limit,
            @RequestParam(defaultValue = USUAL_ORDER) String order,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before) {
        PageOrder direction = direction(order);
        PageRequest<ConversationId> request =
                new PageRequest<>(limit, threadId("after", after), threadId("before", before));
        return PageResponse.of(
                user == null ? listThreads.list(null, direction, request) : of(user, direction, request),
                RESPONSES::thread);
    }

    @GetMapping("/{thread_id}")
    HostedThread get(@PathVariable("thread_id") ConversationId id) {
        LogContext.SESSION.put(id);
        return RESPONSES.thread(getThread.get(id));
    }

    @DeleteMapping("/{thread_id}")
    DeletedThreadResponse delete(@PathVariable("thread_id") ConversationId id) {
        LogContext.SESSION.put(id);
        deleteThread.delete(id);
        return new DeletedThreadResponse(id.toString(), "chatkit.thread.deleted", true);
    }

    @GetMapping("/{thread_id}/items")
    PageResponse<HostedItem> items(
            @PathVariable("thread_id") ConversationId id,
            @RequestParam(defaultValue = USUAL_LIMIT) int limit,
            @RequestParam(defaultValue = USUAL_ORDER) String order,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before) {
        LogContext.SESSION.put(id);
        PageOrder direction = direction(order);
        PageRequest<ItemId> request =
                new PageRequest<>(limit, Cursors.item("after", after), Cursors.item("before", before));
        return PageResponse.of(listItems.list(id, direction, request, item -> HostedItem.of(id, item)));
    }

    private Page<ListedThread> of(String user, PageOrder order, PageRequest<ConversationId> request) {
        return identifyAccount
                .find(AccountIdentity.withoutIssuer(Subject.of("user", user)))
                .map(owner -> listThreads.list(owner, order, request))
                .orElseGet(() -> new Page<>(List.of(), false));
    }

    private static PageOrder direction(String order) {
        return switch (order) {
            case "asc" -> PageOrder.OLDEST_FIRST;
            case "desc" -> PageOrder.NEWEST_FIRST;
            default -> throw new InvalidRequest("order", RequestError.MUST_BE_AN_ORDER);
        };
    }

    private static @Nullable ConversationId threadId(String field, @Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        if (!NameBasedUuid.isUuid(cursor)) {
            throw new InvalidRequest(field, HostedError.MUST_BE_A_THREAD_ID);
        }
        return ConversationId.of(cursor);
    }
}
