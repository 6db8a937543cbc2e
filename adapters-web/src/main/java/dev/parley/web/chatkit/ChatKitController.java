package dev.parley.web.chatkit;

import dev.parley.application.idempotency.Idempotency;
import dev.parley.application.run.RunHandle;
import dev.parley.application.shared.SystemError;
import dev.parley.domain.account.AccountError;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.attachment.AttachmentError;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.item.ItemError;
import dev.parley.domain.run.Requester;
import dev.parley.domain.run.RunError;
import dev.parley.domain.run.RunId;
import dev.parley.domain.run.RunOptions;
import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.FieldError;
import dev.parley.web.chatkit.ChatKitOperation.JsonResponse;
import dev.parley.web.chatkit.ChatKitOperation.StreamResponse;
import dev.parley.web.history.HistoryPermits;
import dev.parley.web.http.AcceptedLanguage;
import dev.parley.web.http.LogContext;
import dev.parley.web.idempotency.IdempotentRequest;
import dev.parley.web.item.WireEvent;
import dev.parley.web.openapi.Errors;
import dev.parley.web.request.RequestError;
import dev.parley.web.stream.EventStream;
import dev.parley.web.stream.LongResponses;
import dev.parley.web.stream.OpenStreams;
import dev.parley.web.stream.StreamKind;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The ChatKit protocol's one endpoint. */
@RestController
@Tag(name = "chatkit")
final class ChatKitController {

    private static final Logger log = LoggerFactory.getLogger(ChatKitController.class);

    private static final String RUN_ID = "X-Run-Id";

    private final OperationBinder operations;
    private final KeyedOperations keyed;
    private final StreamingOperations streamed;
    private final JsonOperations answered;
    private final ChatKitStream stream;
    private final ChatKitPolicy policy;
    private final HistoryPermits permits;
    private final LongResponses responses;
    private final OpenStreams streams;

    ChatKitController(
            OperationBinder operations,
            KeyedOperations keyed,
            StreamingOperations streamed,
            JsonOperations answered,
            ChatKitStream stream,
            ChatKitPolicy policy,
            HistoryPermits permits,
            LongResponses responses,
            OpenStreams streams) {
        this.operations = operations;
        this.keyed = keyed;
        this.streamed = streamed;
        this.answered = answered;
        this.stream = stream;
        this.policy = policy;
        this.permits = permits;
        this.responses = responses;
        this.streams = streams;
    }

    @PostMapping(
            path = ChatKitAllowance.PATH,
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = {MediaType.TEXT_EVENT_STREAM_VALUE, MediaType.APPLICATION_JSON_VALUE})
    @Operation(
            operationId = "chatkit",
            summary = "Speak the ChatKit protocol: type picks the operation, some are answered by a stream of events",
            description = """
                    Operations answered by a stream (text/event-stream): threads.create, threads.add_user_message, \
                    threads.add_client_tool_output, threads.add_structured_input, threads.retry_after_item, \
                    threads.custom_action. Operations answered by JSON: threads.get_by_id, threads.list, threads.update, \
                    threads.delete, threads.sync_custom_action, items.list, items.feedback, attachments.create, \
                    attachments.delete, input.transcribe. A thread is the session with its id. Dropping the connection of \
                    a stream stops its answer, unless its stream_options say otherwise.""")
    @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE))
    @Errors(
            field = FieldError.INVALID_REQUEST,
            conversation = {
                ConversationError.EMPTY_MESSAGE,
                ConversationError.NOT_A_USER_MESSAGE,
                ConversationError.NOT_A_WIDGET,
                ConversationError.UNKNOWN_ACTION,
                ConversationError.FORBIDDEN,
                ConversationError.SESSION_NOT_FOUND,
                ConversationError.ITEM_NOT_FOUND
            },
            run = {RunError.RUN_IN_PROGRESS, RunError.RUN_QUEUE_FULL},
            attachment = {
                AttachmentError.TOO_MANY_ATTACHMENTS,
                AttachmentError.ATTACHMENT_TOO_LARGE,
                AttachmentError.ATTACHMENT_NOT_FOUND,
                AttachmentError.ATTACHMENT_NOT_UPLOADED,
                AttachmentError.ATTACHMENT_IN_USE,
                AttachmentError.ATTACHMENT_QUOTA
            },
            item = {ItemError.NO_PENDING_TOOL_CALL, ItemError.NOT_PENDING},
            account = AccountError.STORAGE_QUOTA,
            system = SystemError.UPSTREAM_ERROR,
            request = {
                RequestError.REQUEST_TOO_LARGE,
                RequestError.UNSUPPORTED_MEDIA_TYPE,
                RequestError.STREAM_LIMIT,
                RequestError.HISTORY_LIMIT,
                RequestError.TRANSCRIPTION_NOT_CONFIGURED
            })
    @Nullable ResponseEntity<Object> answer(
            AccountId caller,
            Requester requester,
            @Parameter(hidden = true) ChatKitRequest body,
            IdempotentRequest attempt,
            HttpServletRequest request,
            HttpServletResponse response)
            throws InterruptedException {
        return switch (operations.bind(body)) {
            case JsonResponse operation -> {
                if (operation.readsHistory()) {
                    permits.take(caller, request);
                }
                yield ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(answered.answer(caller, operation, AcceptedLanguage.of(request)));
            }
            case StreamResponse operation -> {
                RunOptions options =
                        new RunOptions(AcceptedLanguage.of(request), policy.cancelsOnDisconnect(), true, requester);
                Idempotency<RunId> once =
                        keyed.once(caller, body).orElseGet(() -> attempt.once(caller, RunId::toString));
                EventStream events = responses.events(request, response);
                yield streams.serve(caller, StreamKind.CHATKIT, () -> {
                    stream(caller, operation, options, once, attempt, events, response);
                    return null;
                });
            }
        };
    }

    private void stream(
            AccountId caller,
            StreamResponse operation,
            RunOptions options,
            Idempotency<RunId> once,
            IdempotentRequest attempt,
            EventStream events,
            HttpServletResponse response)
            throws InterruptedException {
        RunHandle started;
        try {
            started = streamed.start(caller, operation, options, once);
        } catch (Failure refusal) {
            refuse(refusal, events);
            return;
        }
        LogContext.SESSION.put(started.run().conversation());
        response.setHeader(RUN_ID, started.run().id().toString());
        if (started.isRepeated()) {
            attempt.markReplayed();
        }
        stream.write(caller, started, events);
    }

    private static void refuse(Failure refusal, EventStream events) {
        WireEvent event = DisplayedErrors.of(refusal, events.language()).orElseThrow(() -> refusal);
        try {
            events.begin();
            events.event(event);
            events.flush();
        } catch (IOException e) {
            log.debug("The client is gone", e);
        }
    }
}
