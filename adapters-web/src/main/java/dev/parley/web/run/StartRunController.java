package dev.parley.web.run;

import static dev.parley.web.run.RunResponses.RESPONSES;

import dev.parley.application.event.RunSubscription;
import dev.parley.application.idempotency.Idempotency;
import dev.parley.application.run.IncomingMessage;
import dev.parley.application.run.OnActiveRun;
import dev.parley.application.run.RunHandle;
import dev.parley.application.run.SendMessage;
import dev.parley.application.shared.SystemError;
import dev.parley.application.shared.SystemFailure;
import dev.parley.domain.account.AccountError;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.attachment.AttachmentError;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.run.Requester;
import dev.parley.domain.run.RunError;
import dev.parley.domain.run.RunId;
import dev.parley.domain.run.RunOptions;
import dev.parley.domain.shared.FieldError;
import dev.parley.domain.shared.InvalidRequest;
import dev.parley.web.error.HttpError;
import dev.parley.web.error.HttpErrorException;
import dev.parley.web.http.AcceptedLanguage;
import dev.parley.web.http.Envelope;
import dev.parley.web.idempotency.IdempotentRequest;
import dev.parley.web.openapi.Errors;
import dev.parley.web.request.RequestError;
import dev.parley.web.schema.Forms;
import dev.parley.web.stream.DelayedJson;
import dev.parley.web.stream.LongResponses;
import dev.parley.web.stream.OpenStreams;
import dev.parley.web.stream.StreamKind;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A message, and the assistant's answer to it. */
@RestController
@Tag(name = "runs")
final class StartRunController {

    /** What {@link RunController} answers with is described there. */
    private static final String RUN = "EnvelopeRunResponse";

    /** How long a run may fail with a status of its own; a slow assistant's stream begins after it. */
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final SendMessage sendMessage;
    private final ThreadOfSession threadOfSession;
    private final RunAnswer answer;
    private final RunResult result;
    private final OpenStreams streams;
    private final LongResponses responses;

    StartRunController(
            SendMessage sendMessage,
            ThreadOfSession threadOfSession,
            RunAnswer answer,
            RunResult result,
            OpenStreams streams,
            LongResponses responses) {
        this.sendMessage = sendMessage;
        this.threadOfSession = threadOfSession;
        this.answer = answer;
        this.result = result;
        this.streams = streams;
        this.responses = responses;
    }

    @PostMapping(
            path = "/api/v1/chatkit/sessions/{session_id}/threads/{thread_id}/runs",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = {MediaType.TEXT_EVENT_STREAM_VALUE, MediaType.APPLICATION_JSON_VALUE})
    @Operation(
            operationId = "startRun",
            summary = "Send a message and stream the assistant's answer; with \"stream\": false wait for its end, with"
                    + " \"background\": true do not")
    @ApiResponse(
            responseCode = "200",
            description = "The answer, as it comes about or with \"stream\": false as a whole",
            content = {
                @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE),
                @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(ref = RUN))
            })
    @ApiResponse(
            responseCode = "202",
            description = "The run, which goes on in the background",
            content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(ref = RUN)))
    @Errors(
            field = FieldError.INVALID_REQUEST,
            conversation = {
                ConversationError.EMPTY_MESSAGE,
                ConversationError.MESSAGE_TOO_LONG,
                ConversationError.FORBIDDEN,
                ConversationError.SESSION_NOT_FOUND,
                ConversationError.THREAD_NOT_FOUND,
                ConversationError.THREAD_LOCKED,
                ConversationError.THREAD_CLOSED,
                ConversationError.MESSAGE_LIMIT
            },
            run = {RunError.RUN_IN_PROGRESS, RunError.RUN_QUEUE_FULL},
            attachment = {
                AttachmentError.TOO_MANY_ATTACHMENTS,
                AttachmentError.ATTACHMENT_NOT_FOUND,
                AttachmentError.ATTACHMENT_NOT_UPLOADED,
                AttachmentError.ATTACHMENT_IN_USE
            },
            account = AccountError.STORAGE_QUOTA,
            system = SystemError.UPSTREAM_ERROR,
            request = {RequestError.REQUEST_TOO_LARGE, RequestError.UNSUPPORTED_MEDIA_TYPE, RequestError.STREAM_LIMIT})
    @Nullable ResponseEntity<Envelope<RunResponse>> start(
            AccountId caller,
            Requester requester,
            @Schema(pattern = Forms.UUID) @PathVariable("session_id") ConversationId session,
            @Schema(pattern = Forms.UUID) @PathVariable("thread_id") ConversationId thread,
            @RequestBody RunRequest body,
            IdempotentRequest attempt,
            HttpServletRequest request,
            HttpServletResponse response)
            throws InterruptedException {
        threadOfSession.check(caller, session, thread);
        return body.isStreamed() && !body.isInBackground()
                ? streams.serve(
                        caller,
                        StreamKind.RUN,
                        () -> answer(caller, requester, session, body, attempt, request, response))
                : answer(caller, requester, session, body, attempt, request, response);
    }

    private @Nullable ResponseEntity<Envelope<RunResponse>> answer(
            AccountId caller,
            Requester requester,
            ConversationId session,
            RunRequest body,
            IdempotentRequest attempt,
            HttpServletRequest request,
            HttpServletResponse response)
            throws InterruptedException {
        RunOptions options = new RunOptions(AcceptedLanguage.of(request), false, false, requester);
        IncomingMessage message = body.incomingMessage();
        OnActiveRun onActive = body.onActive();
        Idempotency<RunId> once = attempt.once(caller, RunId::toString);
        RunHandle started = InvalidRequest.within(
                "message", () -> sendMessage.start(caller, session, message, onActive, options, once));
        if (started.isRepeated()) {
            attempt.markReplayed();
        }
        RunSubscription events = started.events();
        if (body.isInBackground()) {
            events.close();
            return answer(ResponseEntity.accepted(), started, RESPONSES.run(started.run(), null, null));
        }
        refuseFailed(events);
        if (!body.isStreamed()) {
            return awaitResult(caller, started, request, response);
        }
        answer.write(session, events, request, response);
        return null;
    }

    /** Once white space was written, the status and all that is not the value are settled. */
    private @Nullable ResponseEntity<Envelope<RunResponse>> awaitResult(
            AccountId caller, RunHandle started, HttpServletRequest request, HttpServletResponse response)
            throws InterruptedException {
        response.setHeader(RunResponses.RUN_ID, started.run().id().toString());
        DelayedJson out = responses.json(request, response);
        Optional<RunResponse> ended = result.await(caller, started, out);
        if (ended.isPresent() && !out.isBegun()) {
            return answer(ResponseEntity.ok(), started, ended.get());
        }
        ended.ifPresent(data -> out.write(Envelope.of(data)));
        return null;
    }

    /** The run has written its failure down already, so nothing but the answer is left to give. */
    private static void refuseFailed(RunSubscription events) throws InterruptedException {
        Optional<SystemFailure> failure = events.awaitAnswer(TIMEOUT);
        if (failure.isPresent()) {
            events.close();
            throw new HttpErrorException(HttpError.of(failure.get()));
        }
    }

    private static ResponseEntity<Envelope<RunResponse>> answer(
            ResponseEntity.BodyBuilder builder, RunHandle started, RunResponse data) {
        return builder.contentType(MediaType.APPLICATION_JSON)
                .header(RunResponses.RUN_ID, started.run().id().toString())
                .body(Envelope.of(data));
    }
}
