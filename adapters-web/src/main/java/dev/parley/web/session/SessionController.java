package dev.parley.web.session;

import static dev.parley.web.session.SessionResponses.RESPONSES;

import dev.parley.application.conversation.CreateSession;
import dev.parley.application.conversation.DeleteSession;
import dev.parley.application.conversation.GetSession;
import dev.parley.application.conversation.ListSessions;
import dev.parley.application.conversation.RenameSession;
import dev.parley.application.history.ReadHistory;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.shared.FieldError;
import dev.parley.domain.shared.PageRequest;
import dev.parley.domain.shared.PageSize;
import dev.parley.web.body.EmptyBodyValidator;
import dev.parley.web.history.HistoryPermits;
import dev.parley.web.http.Envelope;
import dev.parley.web.http.LogContext;
import dev.parley.web.idempotency.IdempotentRequest;
import dev.parley.web.item.Previews;
import dev.parley.web.openapi.Errors;
import dev.parley.web.request.Cursors;
import dev.parley.web.request.RequestError;
import dev.parley.web.schema.Forms;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Sessions: a user's conversations. */
@RestController
@Tag(name = "sessions")
@RequestMapping(path = "/api/v1/chatkit/sessions", produces = MediaType.APPLICATION_JSON_VALUE)
final class SessionController {

    private final CreateSession createSession;
    private final ListSessions listSessions;
    private final GetSession getSession;
    private final ReadHistory readHistory;
    private final HistoryPermits permits;
    private final RenameSession renameSession;
    private final DeleteSession deleteSession;
    private final Previews previews;
    private final EmptyBodyValidator noBody;

    SessionController(
            CreateSession createSession,
            ListSessions listSessions,
            GetSession getSession,
            ReadHistory readHistory,
            HistoryPermits permits,
            RenameSession renameSession,
            DeleteSession deleteSession,
            Previews previews,
            EmptyBodyValidator noBody) {
        this.createSession = createSession;
        this.listSessions = listSessions;
        this.getSession = getSession;
        this.readHistory = readHistory;
        this.permits = permits;
        this.renameSession = renameSession;
        this.deleteSession = deleteSession;
        this.previews = previews;
        this.noBody = noBody;
    }

    @PostMapping
    @Operation(operationId = "createSession", summary = "Begin a session")
    @Errors(conversation = ConversationError.SESSION_LIMIT, request = RequestError.UNSUPPORTED_MEDIA_TYPE)
    Envelope<SessionResponse> create(AccountId caller, IdempotentRequest attempt, HttpServletRequest request)
            throws IOException {
        noBody.check(request);
        SessionResponse session = attempt.<Conversation, SessionResponse>answer(
                caller, SessionResponse.class, RESPONSES::session, once -> createSession.create(caller, once));
        LogContext.SESSION.put(session.id());
        return Envelope.of(session);
    }

    @GetMapping
    @Operation(operationId = "listSessions", summary = "List your sessions, newest update first")
    @Errors(field = FieldError.INVALID_REQUEST)
    SessionListResponse list(
            AccountId caller,
            @Schema(minimum = "1", maximum = "100") @RequestParam(defaultValue = "" + PageSize.MAXIMUM) int limit,
            @Schema(pattern = Forms.UUID) @RequestParam(required = false) @Nullable String after) {
        return RESPONSES.list(
                listSessions.list(caller, new PageRequest<>(limit, Cursors.id("after", after, ConversationId::new))));
    }

    @GetMapping("/{session_id}")
    @Operation(operationId = "getSession", summary = "Read a session and its messages, oldest first")
    @Errors(
            conversation = {ConversationError.FORBIDDEN, ConversationError.SESSION_NOT_FOUND},
            request = RequestError.HISTORY_LIMIT)
    Envelope<HistoryResponse> get(
            AccountId caller,
            @Schema(pattern = Forms.UUID) @PathVariable("session_id") ConversationId id,
            HttpServletRequest request) {
        permits.take(caller, request);
        return Envelope.of(RESPONSES.history(readHistory.history(caller, id), previews));
    }

    @PatchMapping(path = "/{session_id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "renameSession", summary = "Give a session a title of 1 to 200 characters")
    @Errors(
            field = FieldError.INVALID_REQUEST,
            conversation = {ConversationError.FORBIDDEN, ConversationError.SESSION_NOT_FOUND},
            request = {RequestError.REQUEST_TOO_LARGE, RequestError.UNSUPPORTED_MEDIA_TYPE})
    Envelope<SessionResponse> rename(
            AccountId caller,
            @Schema(pattern = Forms.UUID) @PathVariable("session_id") ConversationId id,
            @RequestBody RenameRequest request) {
        return Envelope.of(RESPONSES.session(renameSession.rename(caller, id, request.newTitle())));
    }

    @DeleteMapping("/{session_id}")
    @Operation(operationId = "deleteSession", summary = "Delete a session and all that belongs to it")
    @Errors(conversation = {ConversationError.FORBIDDEN, ConversationError.SESSION_NOT_FOUND})
    Envelope<DeletedResponse> delete(
            AccountId caller, @Schema(pattern = Forms.UUID) @PathVariable("session_id") ConversationId id) {
        deleteSession.delete(caller, id);
        return Envelope.of(new DeletedResponse(true, id.toString()));
    }

    @PostMapping("/{session_id}/threads")
    @Operation(operationId = "openThread", summary = "Get the session's thread, which has the session's id")
    @Errors(
            conversation = {ConversationError.FORBIDDEN, ConversationError.SESSION_NOT_FOUND},
            request = RequestError.UNSUPPORTED_MEDIA_TYPE)
    Envelope<ThreadResponse> openThread(
            AccountId caller,
            @Schema(pattern = Forms.UUID) @PathVariable("session_id") ConversationId id,
            HttpServletRequest request)
            throws IOException {
        noBody.check(request);
        return Envelope.of(RESPONSES.thread(getSession.session(caller, id)));
    }
}
