package dev.parley.web.openai;

import static dev.parley.web.openai.OpenAiResponses.RESPONSES;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.application.admin.ExportFeedback;
import dev.parley.domain.feedback.Feedback;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Everybody's feedback for whoever runs the server: one JSON object a line, however many there are. */
@Hidden
@RestController
final class FeedbackController {

    private static final String LINES = "application/x-ndjson";

    private final ExportFeedback exportFeedback;
    private final JsonMapper json;

    FeedbackController(ExportFeedback exportFeedback, JsonMapper json) {
        this.exportFeedback = exportFeedback;
        this.json = json;
    }

    @GetMapping(path = "/v1/chatkit/feedback", produces = LINES)
    void export(HttpServletResponse response) throws IOException {
        response.setContentType(LINES);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        OutputStream out = response.getOutputStream();
        try {
            exportFeedback.export(feedback -> write(out, feedback));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void write(OutputStream out, Feedback feedback) {
        try {
            out.write(json.writeValueAsBytes(RESPONSES.line(feedback)));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A user's rating of an item. */
    record Line(
            @JsonProperty("thread_id") String threadId,
            @JsonProperty("item_id") String itemId,
            @JsonProperty("user_id") String userId,
            String kind,
            @JsonProperty("created_at") Instant createdAt) {}
}
