package dev.parley.web.run;

import dev.parley.application.conversation.GetSession;
import dev.parley.application.run.StartRun;
import dev.parley.application.run.StartRun.StartedRun;
import dev.parley.application.shared.StepFailed;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.ThreadNotFound;
import dev.parley.web.openapi.ApiError;
import dev.parley.web.openapi.Refuses;
import dev.parley.web.shared.Refusal;
import dev.parley.web.shared.RequestRefused;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Runs: a message and the assistant's answer to it. */
@RestController
final class RunController {

    /** How long a run may fail with a status of its own; a slow assistant's stream begins after it. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final StartRun startRun;
    private final GetSession getSession;
    private final RunAnswer answer;

    RunController(StartRun startRun, GetSession getSession, RunAnswer answer) {
        this.startRun = startRun;
        this.getSession = getSession;
        this.answer = answer;
    }

    @PostMapping(
            path = "/api/v1/chatkit/sessions/{session_id}/threads/{thread_id}/runs",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(operationId = "startRun", summary = "Send a message and stream the assistant's answer")
    @Refuses({
        ApiError.INVALID_REQUEST,
        ApiError.EMPTY_MESSAGE,
        ApiError.MESSAGE_TOO_LONG,
        ApiError.FORBIDDEN,
        ApiError.SESSION_NOT_FOUND,
        ApiError.THREAD_NOT_FOUND,
        ApiError.RUN_IN_PROGRESS,
        ApiError.REQUEST_TOO_LARGE,
        ApiError.UNSUPPORTED_MEDIA_TYPE,
        ApiError.MESSAGE_LIMIT,
        ApiError.UPSTREAM_ERROR
    })
    void start(
            AccountId caller,
            @PathVariable("session_id") ConversationId session,
            @PathVariable("thread_id") ConversationId thread,
            @RequestBody RunRequest request,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        if (!thread.equals(session)) {
            getSession.session(caller, session);
            throw new ThreadNotFound();
        }
        StartedRun run = startRun.start(caller, session, request.input());
        refuseFailed(run);
        answer.write(session, run, response);
    }

    /** The run has written its failure down already, so nothing but the answer is left to give. */
    private static void refuseFailed(StartedRun run) throws InterruptedException {
        Optional<StepFailed> failure = run.stream().awaitAnswer(PATIENCE);
        if (failure.isPresent()) {
            throw new RequestRefused(Refusal.of(failure.get()));
        }
    }
}
