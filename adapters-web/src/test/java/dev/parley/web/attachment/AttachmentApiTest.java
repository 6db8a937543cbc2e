package dev.parley.web.attachment;

import static dev.parley.web.attachment.AttachmentsUnderTest.PATH;
import static dev.parley.web.attachment.AttachmentsUnderTest.at;
import static dev.parley.web.attachment.AttachmentsUnderTest.bytes;
import static dev.parley.web.attachment.AttachmentsUnderTest.download;
import static dev.parley.web.attachment.AttachmentsUnderTest.put;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.application.attachment.AttachmentAccess;
import dev.parley.application.attachment.AttachmentStore;
import dev.parley.application.attachment.OpenAttachment;
import dev.parley.application.shared.SystemFailure;
import dev.parley.domain.attachment.AttachmentId;
import dev.parley.domain.attachment.ContentId;
import dev.parley.web.testing.Answer;
import dev.parley.web.testing.Api;
import dev.parley.web.testing.ChatKitUnderTest;
import dev.parley.web.testing.RunningParley;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class AttachmentApiTest {

    private static final String PNG = "\u0089PNG\r\n\u001A\n";
    private static final int LIMIT = 3 * 1024 * 1024;

    private final RunningParley parley = RunningParley.shared();
    private final AttachmentsUnderTest attachments = new AttachmentsUnderTest(parley);
    private final Api user = attachments.user();

    @Test
    void anUploadedFileComesBackAsItWas() {
        byte[] content = bytes("x".repeat(2 * 1024 * 1024));
        AttachmentId id = attachments.created("notes.txt", "text/plain", content.length);

        Answer answer = attachments.upload(id, content);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().propertyNames()).containsExactly("type", "id", "name", "mime_type");
        assertThat(answer.json().at("/id").asString()).isEqualTo(id.value());
        assertThat(answer.json().at("/name").asString()).isEqualTo("notes.txt");
        assertThat(answer.json().at("/mime_type").asString()).isEqualTo("text/plain");
        assertThat(answer.json().at("/type").asString()).isEqualTo("file");
        HttpResponse<byte[]> downloaded = download(user, at(id));
        assertThat(downloaded.statusCode()).isEqualTo(200);
        assertThat(downloaded.body()).isEqualTo(content);
    }

    @Test
    void anUploadWithoutAnnouncedLengthIsTaken() {
        byte[] content = bytes("x".repeat(300_000));
        AttachmentId id = attachments.created("a", "text/plain", content.length);

        Answer answer = user.send(
                at(id), request -> request.PUT(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(content))));

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void aSecondUploadIsRefusedAndChangesNothing() {
        AttachmentId id = attachments.created("a", "text/plain", 1);
        attachments.upload(id, bytes("a"));

        Answer second = attachments.upload(id, bytes("b"));

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.code()).isEqualTo("ATTACHMENT_ALREADY_UPLOADED");
        assertThat(download(user, at(id)).body()).isEqualTo(bytes("a"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 99_999, 100_001, 2_900_000})
    void anUploadOfAnotherLengthIsRefusedAndCanBeRepeated(int length) {
        AttachmentId id = attachments.created("a", "text/plain", 100_000);

        Answer refused = attachments.upload(id, new byte[length]);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("ATTACHMENT_SIZE_MISMATCH");
        assertThat(user.get(at(id)).code()).isEqualTo("ATTACHMENT_NOT_UPLOADED");
        assertThat(attachments.upload(id, new byte[100_000]).status()).isEqualTo(200);
    }

    @Test
    void anUploadLongerThanAnyAttachmentMayBeIsRefusedUnread() {
        AttachmentId id = attachments.created("a", "text/plain", 1);

        Answer refused = attachments.upload(id, new byte[LIMIT + 65 * 1024]);

        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.code()).isEqualTo("REQUEST_TOO_LARGE");
    }

    @ParameterizedTest
    @CsvSource({
        "image/png, <!DOCTYPE html><script>alert(1)</script>",
        "image/jpeg, <svg onload=alert(1)>",
        "application/pdf, <html>"
    })
    void whatIsNotOfItsDeclaredTypeIsRefused(String type, String content) {
        AttachmentId id = attachments.created("a.png", type, content.length());

        Answer refused = attachments.upload(id, bytes(content));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("ATTACHMENT_TYPE_MISMATCH");
        assertThat(user.get(at(id)).code()).isEqualTo("ATTACHMENT_NOT_UPLOADED");
    }

    @Test
    void anSvgIsTakenAndServedAsAFile() {
        String drawing = "<!-- by hand --><svg xmlns=\"http://www.w3.org/2000/svg\"/>";
        AttachmentId id = attachments.created("plan.svg", "image/svg+xml", drawing.length());

        assertThat(attachments.upload(id, bytes(drawing)).status()).isEqualTo(200);

        Answer answer = user.get(at(id));
        assertThat(answer.body()).isEqualTo(drawing);
        assertThat(answer.header("Content-Type")).isEqualTo("application/octet-stream");
        assertThat(answer.header("Content-Disposition")).startsWith("attachment");
        assertThat(answer.header("Content-Security-Policy")).contains("sandbox");
    }

    @Test
    void anImageIsOfTheTypeThatItsBytesHave() {
        AttachmentId id = attachments.created("photo.png", "image/png", 6);

        Answer answer = attachments.upload(id, bytes("GIF89a"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(user.get(at(id)).header("Content-Type")).isEqualTo("image/gif");
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain, 200",
        "text/plain;charset=utf-8, 200",
        "application/octet-stream, 200",
        "application/x-www-form-urlencoded, 200",
        "text/html, 400",
        "nonsense, 400"
    })
    void anUploadMayNotClaimToBeOfAnotherType(String claimed, int status) {
        AttachmentId id = attachments.created("a", "text/plain", 3);

        Answer answer = user.send(
                at(id), request -> request.PUT(BodyPublishers.ofString("a=b")).header("Content-Type", claimed));

        assertThat(answer.status()).isEqualTo(status);
    }

    @Test
    void aRefusalIsNotHeldBackUntilTheRestHasCome() throws IOException {
        AttachmentId id = attachments.created("a.png", "image/png", 600_000);
        try (Socket client = beginUpload(id)) {
            client.setSoTimeout(30_000);
            client.getOutputStream().write(new byte[100_000]);

            assertThat(client.getInputStream().readNBytes(12)).asString(UTF_8).isEqualTo("HTTP/1.1 400");
        }
    }

    @Test
    void aClientThatGoesAwayLeavesAnAttachmentThatCanBeUploaded() throws IOException {
        AttachmentId id = attachments.created("a", "text/plain", 600_000);
        List<SystemFailure> before = parley.errorReporter().failures();
        try (Socket socket = beginUpload(id)) {
            socket.getOutputStream().write(new byte[300_000]);
            socket.getOutputStream().flush();
        }

        // The broken upload may begin later than the whole one, which then has to give way to it.
        await().untilAsserted(() ->
                assertThat(attachments.upload(id, new byte[600_000]).status()).isEqualTo(200));
        assertThat(parley.errorReporter().failures()).isEqualTo(before);
    }

    @Test
    void anothersAttachmentIsNotThere() {
        AttachmentId id = attachments.created("a", "text/plain", 1);
        attachments.upload(id, bytes("a"));
        Api other = parley.someone();

        assertThat(put(other, at(id), bytes("b")).code()).isEqualTo("ATTACHMENT_NOT_FOUND");
        assertThat(other.get(at(id)).code()).isEqualTo("ATTACHMENT_NOT_FOUND");
        assertThat(other.get(at(id) + "/preview").code()).isEqualTo("ATTACHMENT_NOT_FOUND");
        assertThat(other.delete(at(id)).status()).isEqualTo(404);
        assertThat(download(user, at(id)).body()).isEqualTo(bytes("a"));
    }

    @Test
    void withoutTokenOrSignatureNothingIsThere() {
        AttachmentId id = attachments.created("a", "text/plain", 1);
        Api anonymous = parley.anonymous();

        assertThat(put(anonymous, at(id), bytes("a")).status()).isEqualTo(401);
        assertThat(anonymous.get(at(id)).status()).isEqualTo(401);
        assertThat(anonymous.get(at(id) + "/preview").status()).isEqualTo(401);
        assertThat(anonymous.delete(at(id)).status()).isEqualTo(401);
        assertThat(anonymous.post(PATH, "{}").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/atc_1", "/none", "/atc_zzzzzzzzzzzzzzzzzzzzzzzz", "/atc_000000000000000000000000"})
    void anUnknownAttachmentIsNotFound(String path) {
        assertThat(user.get(PATH + path).code()).isEqualTo("ATTACHMENT_NOT_FOUND");
        assertThat(put(user, PATH + path, bytes("a")).code()).isEqualTo("ATTACHMENT_NOT_FOUND");
        assertThat(user.delete(PATH + path).code()).isEqualTo("ATTACHMENT_NOT_FOUND");
    }

    @Test
    void aFileIsServedSoThatNoBrowserRunsIt() {
        AttachmentId id = attachments.created("Ärger \"x\".html", "text/html", 8);
        attachments.upload(id, bytes("<script>"));

        HttpResponse<byte[]> answer = download(user, at(id));

        assertThat(answer.headers().firstValue("Content-Type")).contains("application/octet-stream");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Content-Security-Policy")).contains("sandbox; default-src 'none'");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("private");
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment; ")
                .contains("filename*=UTF-8''%C3%84rger%20%22x%22.html");
    }

    @Test
    void anImageIsShown() {
        AttachmentId id = attachments.created("a.png", "image/png", 8);
        attachments.upload(id, bytes(PNG));

        HttpResponse<byte[]> answer = download(user, at(id));

        assertThat(answer.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Content-Security-Policy")).contains("sandbox; default-src 'none'");
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("inline; ");
    }

    @Test
    void aDeletedAttachmentIsGone() {
        AttachmentId id = attachments.created("a", "text/plain", 1);
        attachments.upload(id, bytes("a"));

        Answer deleted = user.delete(at(id));

        assertThat(deleted.status()).isEqualTo(200);
        assertThat(deleted.data().at("/deleted").asBoolean()).isTrue();
        assertThat(deleted.data().at("/attachment_id").asString()).isEqualTo(id.value());
        assertThat(user.get(at(id)).code()).isEqualTo("ATTACHMENT_NOT_FOUND");
    }

    @Test
    void anImageThatAMessageHasIsDeletedAndShownAsItWas() {
        AttachmentId id = attachments.created("a.png", "image/png", 8);
        attachments.upload(id, bytes(PNG));
        String session = user.newSession();
        user.post(
                Api.runsOf(session),
                "{\"message\":{\"role\":\"user\",\"content\":[],\"attachments\":[\"%s\"]}}".formatted(id));

        assertThat(user.delete(at(id)).status()).isEqualTo(200);

        JsonNode shown = user.session(session).data().at("/messages/0/attachments/0");
        assertThat(shown.at("/id").asString()).isEqualTo(id.value());
        assertThat(shown.at("/name").asString()).isEqualTo("a.png");
        assertThat(shown.at("/mime_type").asString()).isEqualTo("image/png");
        assertThat(shown.has("upload_descriptor")).isFalse();
        assertThat(user.get(at(id)).code()).isEqualTo("ATTACHMENT_NOT_FOUND");
        assertThat(user.get(at(id) + "/preview").code()).isEqualTo("ATTACHMENT_NOT_FOUND");
        JsonNode inThread = new ChatKitUnderTest(user).items(session).getFirst().at("/attachments/0");
        assertThat(inThread.at("/type").asString()).isEqualTo("image");
        String preview = inThread.at("/preview_url").asString();
        Answer signed = user.as(null).get(preview.substring(preview.indexOf("/api")));
        assertThat(signed.status()).isEqualTo(404);
        assertThat(user.delete(at(id)).code()).isEqualTo("ATTACHMENT_NOT_FOUND");
    }

    @Test
    void otherBodiesHaveTheirLimitStill() {
        assertThat(user.post("/api/v1/tasks", " ".repeat(1024 * 1024 + 1)).status())
                .isEqualTo(413);
        assertThat(user.post(PATH + "/x", " ".repeat(1024 * 1024 + 1)).status()).isEqualTo(413);
    }

    @Test
    void aContentThatIsLostIsAFailureOfItsStep() {
        try (RunningParley own = RunningParley.start()) {
            AttachmentsUnderTest there = new AttachmentsUnderTest(own);
            AttachmentId id = there.created("a", "text/plain", 10);
            there.upload(id, new byte[10]);
            ContentId content = own.part(OpenAttachment.class)
                    .open(new AttachmentAccess.SignedAddress(), id)
                    .attachment()
                    .uploadedContent();
            own.part(AttachmentStore.class).delete(content);

            Answer answer = there.user().get(at(id));

            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.code()).isEqualTo("INTERNAL_ERROR");
            assertThat(own.errorReporter().failures())
                    .extracting(SystemFailure::step)
                    .containsExactly("attachment.read");
        }
    }

    @Test
    void aContentThatIsReadSlowlyIsReadWhole() throws IOException {
        byte[] content = new byte[2_000_000];
        AttachmentId id = attachments.created("a", "text/plain", content.length);
        attachments.upload(id, content);

        try (InputStream body = user.exchange(
                        at(id), request -> request.GET(), HttpResponse.BodyHandlers.ofInputStream())
                .body()) {
            assertThat(body.readNBytes(10)).hasSize(10);
            assertThat(body.readAllBytes()).hasSize(content.length - 10);
        }
    }

    private Socket beginUpload(AttachmentId id) throws IOException {
        String head = "PUT %s HTTP/1.1\r\nHost: parley\r\nAuthorization: Bearer %s\r\nContent-Length: 600000\r\n\r\n"
                .formatted(at(id), user.token());
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), parley.port());
        socket.getOutputStream().write(head.getBytes(UTF_8));
        return socket;
    }
}
