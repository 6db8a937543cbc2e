package dev.parley.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.assistant.testing.Script;
import dev.parley.assistant.testing.ScriptedModelServer;
import dev.parley.persistence.testing.TestDatabase;
import dev.parley.web.testing.Answer;
import dev.parley.web.testing.Api;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a model is sent of the files of messages. */
class ModelFilesTest {

    private static final byte[] GIF = "GIF89a and so on".getBytes(UTF_8);
    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final ScriptedModelServer MODEL = ScriptedModelServer.start();
    private static final ParleyServer PARLEY = ParleyServer.withItsAssistant(
            DATABASE,
            "parley.assistant.base-url=" + MODEL.baseUrl(),
            "parley.assistant.retries=0",
            "parley.assistant.files=images,texts");

    private final Api user = PARLEY.someone();
    private final String session = user.newSession();

    @AfterAll
    static void stop() {
        PARLEY.close();
        MODEL.close();
        DATABASE.close();
    }

    @Test
    void filesReachTheModelAndAreThereInLaterTurns() {
        String ship = upload("ship.gif", "image/gif", GIF);
        String notes = upload("notes.md", "text/markdown", "# Argo".getBytes(UTF_8));
        String plan = upload("plan.pdf", "application/pdf", "%PDF-1.7".getBytes(UTF_8));
        String text = """
                The message came with these images, in this order:
                - ship.gif (image/gif)

                The message came with these files, which you cannot open:
                - plan.pdf (application/pdf)

                <file name="notes.md" type="text/markdown">
                # Argo
                </file>""";
        MODEL.then(Script.saying("A ship.")).then(Script.saying("Yes."));

        assertThat(say("", ship, notes, plan).body()).contains("A ship.");
        JsonNode first = message(1);
        say("Are you sure?");

        assertThat(first.at("/content/0/text").asString()).isEqualTo(text);
        assertThat(first.at("/content/1/image_url/url").asString())
                .isEqualTo("data:image/gif;base64," + Base64.getEncoder().encodeToString(GIF));
        assertThat(first.at("/content")).hasSize(2);
        assertThat(message(1)).isEqualTo(first);
        assertThat(message(3).at("/content").asString()).isEqualTo("Are you sure?");
    }

    @Test
    void aFileThatItsUserHasDeletedIsNamedInLaterTurns() {
        String notes = upload("notes.md", "text/markdown", "# Argo".getBytes(UTF_8));
        MODEL.then(Script.saying("Notes.")).then(Script.saying("They are gone."));
        say("Read", notes);

        assertThat(user.delete("/api/v1/attachments/" + notes).status()).isEqualTo(200);
        say("Read again");

        assertThat(message(1).at("/content").asString()).isEqualTo("""
                Read

                The message came with these files, which you cannot open:
                - notes.md (text/markdown)""");
    }

    @Test
    void aFileThatIsGoneIsNamedAndTheAnswerGivenAllTheSame() {
        String notes = upload("notes.md", "text/markdown", "# Argo".getBytes(UTF_8));
        JdbcClient.create(DATABASE.dataSource())
                .sql("delete from attachment_chunk where attachment_id = :id")
                .param("id", notes)
                .update();
        MODEL.then(Script.saying("I cannot open it."));

        assertThat(say("Read", notes).body()).contains("I cannot open it.");

        assertThat(message(1).at("/content").asString())
                .isEqualTo(
                        "Read\n\nThe message came with these files, which you cannot open:\n- notes.md (text/markdown)");
    }

    private Answer say(String text, String... attachments) {
        String content = text.isEmpty() ? "" : "{\"type\":\"input_text\",\"text\":\"%s\"}".formatted(text);
        String ids = attachments.length == 0 ? "" : "\"" + String.join("\",\"", attachments) + "\"";
        return user.post(
                Api.runsOf(session),
                "{\"message\":{\"role\":\"user\",\"content\":[%s],\"attachments\":[%s]}}".formatted(content, ids));
    }

    private static JsonNode message(int index) {
        return JsonMapper.shared()
                .readTree(MODEL.requests().getLast().body())
                .path("messages")
                .path(index);
    }

    private String upload(String name, String type, byte[] content) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes(
                "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
                        .formatted(name, type)
                        .getBytes(UTF_8));
        form.writeBytes(content);
        form.writeBytes("\r\n--x--\r\n".getBytes(UTF_8));
        Answer uploaded = user.send(
                "/api/v1/attachments",
                request -> request.POST(BodyPublishers.ofByteArray(form.toByteArray()))
                        .header("Content-Type", "multipart/form-data; boundary=x"));
        assertThat(uploaded.status()).as(uploaded.body()).isEqualTo(200);
        return uploaded.json().at("/id").asString();
    }
}
