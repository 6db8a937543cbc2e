package dev.parley.web.openai;

import static dev.parley.web.openai.OpenAiResponses.RESPONSES;

import dev.parley.application.access.CancelClientSession;
import dev.parley.application.access.OpenClientSession;
import dev.parley.domain.access.ClientSessionId;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.InstantSource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Client sessions, in OpenAI's shapes; they are described where OpenAI describes its API. */
@Hidden
@RestController
@RequestMapping(path = "/v1/chatkit/sessions", produces = MediaType.APPLICATION_JSON_VALUE)
final class ChatSessionController {

    private final OpenClientSession openSession;
    private final CancelClientSession cancelSession;
    private final InstantSource clock;

    ChatSessionController(OpenClientSession openSession, CancelClientSession cancelSession, InstantSource clock) {
        this.openSession = openSession;
        this.cancelSession = cancelSession;
        this.clock = clock;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ChatSessionResponse open(@RequestBody ChatSessionRequest request) {
        return RESPONSES.opened(
                openSession.open(request.subject(), request.namedWorkflow(), request.features(), request.terms()),
                clock.instant());
    }

    @PostMapping("/{client_session_id}/cancel")
    ChatSessionResponse cancel(@PathVariable("client_session_id") String id) {
        return RESPONSES.session(cancelSession.cancel(new ClientSessionId(id)), clock.instant());
    }
}
