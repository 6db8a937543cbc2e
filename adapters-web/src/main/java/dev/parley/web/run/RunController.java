package dev.parley.web.run;

import static dev.parley.web.run.RunResponses.RESPONSES;

import dev.parley.application.event.RunSubscription.Position;
import dev.parley.application.run.CancelRun;
import dev.parley.application.run.FollowRun;
import dev.parley.application.run.GetRuns;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.run.RunError;
import dev.parley.domain.run.RunId;
import dev.parley.domain.shared.FieldError;
import dev.parley.domain.shared.PageRequest;
import dev.parley.domain.shared.PageSize;
import dev.parley.web.body.EmptyBodyValidator;
import dev.parley.web.http.Envelope;
import dev.parley.web.openapi.Errors;
import dev.parley.web.request.Cursors;
import dev.parley.web.request.RequestError;
import dev.parley.web.schema.Forms;
import dev.parley.web.stream.OpenStreams;
import dev.parley.web.stream.StreamKind;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Runs that there are: how they stand, what has happened in them, and how to stop them. */
@RestController
@Tag(name = "runs")
@RequestMapping("/api/v1/chatkit/sessions/{session_id}/threads/{thread_id}/runs")
final class RunController {

    private static final String LAST_EVENT_ID = "Last-Event-ID";

    private final GetRuns getRuns;
    private final FollowRun followRun;
    private final CancelRun cancelRun;
    private final ThreadOfSession threadOfSession;
    private final RunAnswer answer;
    private final EmptyBodyValidator noBody;
    private final OpenStreams streams;

    RunController(
            GetRuns getRuns,
            FollowRun followRun,
            CancelRun cancelRun,
            ThreadOfSession threadOfSession,
            RunAnswer answer,
            EmptyBodyValidator noBody,
            OpenStreams streams) {
        this.getRuns = getRuns;
        this.followRun = followRun;
        this.cancelRun = cancelRun;
        this.threadOfSession = threadOfSession;
        this.answer = answer;
        this.noBody = noBody;
        this.streams = streams;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "listRuns", summary = "List the runs of a thread, newest first")
    @Errors(
            field = FieldError.INVALID_REQUEST,
            conversation = {
                ConversationError.FORBIDDEN,
                ConversationError.SESSION_NOT_FOUND,
                ConversationError.THREAD_NOT_FOUND
            })
    RunListResponse list(
            AccountId caller,
            @Schema(pattern = Forms.UUID) @PathVariable("session_id") ConversationId session,
            @Schema(pattern = Forms.UUID) @PathVariable("thread_id") ConversationId thread,
            @Schema(minimum = "1", maximum = "100") @RequestParam(defaultValue = "20") int limit,
            @Schema(pattern = Forms.UUID) @RequestParam(required = false) @Nullable String after) {
        threadOfSession.check(caller, session, thread);
        return RESPONSES.list(getRuns.page(
                caller, session, new PageRequest<>(PageSize.checked(limit), Cursors.id("after", after, RunId::new))));
    }

    @GetMapping(path = "/{run_id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "getRun", summary = "Read how a run stands and what it cost")
    @Errors(
            conversation = {
                ConversationError.FORBIDDEN,
                ConversationError.SESSION_NOT_FOUND,
                ConversationError.THREAD_NOT_FOUND
            },
            run = RunError.RUN_NOT_FOUND)
    Envelope<RunResponse> get(
            AccountId caller,
            @Schema(pattern = Forms.UUID) @PathVariable("session_id") ConversationId session,
            @Schema(pattern = Forms.UUID) @PathVariable("thread_id") ConversationId thread,
            @Schema(pattern = Forms.UUID) @PathVariable("run_id") String run) {
        threadOfSession.check(caller, session, thread);
        return Envelope.of(RESPONSES.run(getRuns.run(caller, session, RunId.of(run))));
    }

    @PostMapping(path = "/{run_id}/cancel", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "cancelRun",
            summary =
                    "Stop a run, on whichever node it is; what it has said is kept. Stopping it again changes nothing")
    @Errors(
            conversation = {
                ConversationError.FORBIDDEN,
                ConversationError.SESSION_NOT_FOUND,
                ConversationError.THREAD_NOT_FOUND
            },
            run = RunError.RUN_NOT_FOUND,
            request = RequestError.UNSUPPORTED_MEDIA_TYPE)
    Envelope<RunResponse> cancel(
            AccountId caller,
            @Schema(pattern = Forms.UUID) @PathVariable("session_id") ConversationId session,
            @Schema(pattern = Forms.UUID) @PathVariable("thread_id") ConversationId thread,
            @Schema(pattern = Forms.UUID) @PathVariable("run_id") String run,
            HttpServletRequest request)
            throws IOException {
        noBody.check(request);
        threadOfSession.check(caller, session, thread);
        return Envelope.of(RESPONSES.run(cancelRun.cancel(caller, session, RunId.of(run))));
    }

    @GetMapping(path = "/{run_id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(
            operationId = "followRun",
            summary =
                    "Stream a run's events from the start, or behind the one that Last-Event-ID or after names, on any"
                            + " node, as often as wanted")
    @Errors(
            field = FieldError.INVALID_REQUEST,
            conversation = {
                ConversationError.FORBIDDEN,
                ConversationError.SESSION_NOT_FOUND,
                ConversationError.THREAD_NOT_FOUND
            },
            run = {RunError.RUN_NOT_FOUND, RunError.RUN_LOG_EXPIRED},
            request = RequestError.STREAM_LIMIT)
    void events(
            AccountId caller,
            @Schema(pattern = Forms.UUID) @PathVariable("session_id") ConversationId session,
            @Schema(pattern = Forms.UUID) @PathVariable("thread_id") ConversationId thread,
            @Schema(pattern = Forms.UUID) @PathVariable("run_id") String run,
            @Schema(pattern = Forms.EVENT_ID) @RequestHeader(name = LAST_EVENT_ID, required = false) @Nullable String lastEventId,
            @Schema(pattern = Forms.EVENT_ID) @RequestParam(required = false) @Nullable String after,
            HttpServletRequest request,
            HttpServletResponse response)
            throws InterruptedException {
        threadOfSession.check(caller, session, thread);
        RunId id = RunId.of(run);
        Position position = position(id, lastEventId, after);
        streams.serve(caller, StreamKind.EVENTS, () -> {
            answer.write(session, followRun.follow(caller, session, id, position), request, response);
            return null;
        });
    }

    /** A client that comes again sends the header; it knows more than the address, which stays as it was. */
    private static Position position(RunId run, @Nullable String lastEventId, @Nullable String after) {
        Position begin = after == null ? Position.BEGIN : EventId.parse("after", after, run);
        return lastEventId == null || lastEventId.isBlank() ? begin : EventId.parse(LAST_EVENT_ID, lastEventId, run);
    }
}
