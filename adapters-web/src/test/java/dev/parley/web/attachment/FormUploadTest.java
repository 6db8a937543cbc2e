package dev.parley.web.attachment;

import static dev.parley.web.attachment.AttachmentsUnderTest.PATH;
import static dev.parley.web.attachment.AttachmentsUnderTest.bytes;
import static dev.parley.web.attachment.AttachmentsUnderTest.download;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.web.testing.Answer;
import dev.parley.web.testing.Api;
import dev.parley.web.testing.RunningParley;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that come in a form, without having been announced. */
class FormUploadTest {

    private static final String END = "------boundary--\r\n";
    private static final int LIMIT = 3 * 1024 * 1024;

    private final RunningParley parley = RunningParley.shared();
    private final AttachmentsUnderTest attachments = new AttachmentsUnderTest(parley);
    private final Api user = attachments.user();

    @Test
    void aFormWithAFileIsAnAttachment() {
        byte[] content = new byte[1_500_000];
        Arrays.fill(content, (byte) 'x');

        Answer answer = attachments.form("name=\"file\"; filename=\"Größe.txt\"", "text/plain", content);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/name").asString()).isEqualTo("Größe.txt");
        assertThat(answer.json().at("/type").asString()).isEqualTo("file");
        assertThat(answer.json().has("upload_descriptor")).isFalse();
        assertThat(download(user, PATH + "/" + answer.json().at("/id").asString())
                        .body())
                .isEqualTo(content);
    }

    @Test
    void theLongestNameIsTakenFromAForm() {
        String name = "\uD83D\uDE00".repeat(255);

        Answer answer = attachments.form("name=\"file\"; filename=\"" + name + "\"", "text/plain", bytes("x"));

        assertThat(answer.json().at("/name").asString()).isEqualTo(name);
        String id = answer.json().at("/id").asString();
        assertThat(download(user, PATH + "/" + id).statusCode()).isEqualTo(200);
    }

    @Test
    void aFileWithoutTypeIsOctets() {
        Answer answer = attachments.form("name=\"file\"; filename=\"a\"", "", bytes("x"));

        assertThat(answer.json().at("/mime_type").asString()).isEqualTo("application/octet-stream");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name=\"other\"; filename=\"a\" | text/plain | INVALID_REQUEST",
                "name=\"file\" | text/plain | INVALID_REQUEST",
                "name=\"file\"; filename=\"../../etc/passwd\" | text/plain | INVALID_REQUEST",
                "name=\"file\"; filename=\"C:\\\\a.txt\" | text/plain | INVALID_REQUEST",
                "name=\"file\"; filename=\"\" | text/plain | INVALID_REQUEST",
                "name=\"file\"; filename=\"a\u0000b\" | text/plain | INVALID_REQUEST",
                "name=\"file\"; filename=\"a\u202Eb\" | text/plain | INVALID_REQUEST",
                "name=\"file\"; filename=\"a\" | text | INVALID_REQUEST",
                "name=\"file\"; filename=\"a.png\" | image/png | ATTACHMENT_TYPE_MISMATCH"
            })
    void aFormThatIsNotGoodIsRefused(String disposition, String type, String code) {
        Answer answer = attachments.form(disposition, type, bytes("<html>"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(code);
    }

    @Test
    void anEmptyFileIsRefused() {
        assertThat(attachments
                        .form("name=\"file\"; filename=\"a\"", "text/plain", new byte[0])
                        .code())
                .isEqualTo("INVALID_REQUEST");
    }

    @Test
    void aFileInAFormThatIsTooLongIsRefused() {
        Answer answer = attachments.form("name=\"file\"; filename=\"a\"", "text/plain", new byte[LIMIT + 1]);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("ATTACHMENT_TOO_LARGE");
    }

    @Test
    void aFormThatEndsEarlyIsRefused() {
        Answer answer =
                attachments.form(bytes("------boundary\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\""
                        + "\r\nContent-Type: text/plain\r\n\r\nsome"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("INVALID_REQUEST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain"})
    void whatIsNoFormIsUnsupported(String type) {
        Answer answer = user.send(
                PATH, request -> request.POST(BodyPublishers.ofString("{}")).header("Content-Type", type));

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.message()).contains("multipart/form-data");
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/mixed", "multipart/related", "multipart/form-data-too"})
    void anotherKindOfMultipartIsUnsupported(String type) {
        Answer answer = user.send(
                PATH,
                request -> request.POST(BodyPublishers.ofString(part("file", "") + END))
                        .header("Content-Type", type + "; boundary=----boundary"));

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.code()).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void twoFilesAreRefused() {
        String field = "------boundary\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nx\r\n";
        for (String form : List.of(
                part("file", "") + part("file", ""),
                part("file", "") + part("other", "") + part("file", ""),
                part("file", "") + field)) {
            Answer answer = attachments.form(bytes(form + END));

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.code()).isEqualTo("INVALID_REQUEST");
            assertThat(answer.message()).isEqualTo("file must not be sent twice");
        }
        assertThat(attachments
                        .form(bytes(part("other", "") + part("file", "") + part("another", "") + END))
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"base64, 415", "quoted-printable, 415", "x-gzip, 415", "binary, 200", "8BIT, 200", "7bit, 200"})
    void aFileIsSentAsItIs(String encoding, int status) {
        Answer answer = attachments.form(bytes(part("file", "Content-Transfer-Encoding: " + encoding + "\r\n") + END));

        assertThat(answer.status()).isEqualTo(status);
    }

    @Test
    void filesInAPartOfAFormAreUnsupported() {
        Answer answer = attachments.form(bytes(
                "------boundary\r\nContent-Disposition: form-data; name=\"file\"\r\nContent-Type: multipart/mixed; boundary=inner-border"
                        + "\r\n\r\n--inner-border\r\nContent-Disposition: attachment; filename=\"a\"\r\n\r\nx\r\n--inner-border--\r\n"
                        + END));

        assertThat(answer.status()).isEqualTo(415);
    }

    @Test
    void aFormWithoutBoundaryIsRefused() {
        Answer answer = user.send(
                PATH,
                request -> request.POST(BodyPublishers.ofString("x")).header("Content-Type", "multipart/form-data"));

        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void theQuotaIsOneOfAllAttachments() {
        byte[] content = new byte[LIMIT];
        attachments.form("name=\"file\"; filename=\"a\"", "text/plain", content);
        attachments.created("b", "text/plain", LIMIT);

        Answer third = attachments.form("name=\"file\"; filename=\"c\"", "text/plain", content);

        assertThat(third.status()).isEqualTo(429);
        assertThat(third.code()).isEqualTo("ATTACHMENT_QUOTA");
    }

    @Test
    void aRefusedFormCountsForNothing() {
        for (int i = 0; i < 4; i++) {
            attachments.form("name=\"file\"; filename=\"a\"", "image/png", new byte[LIMIT]);
        }

        assertThat(attachments
                        .form("name=\"file\"; filename=\"a\"", "text/plain", new byte[LIMIT])
                        .status())
                .isEqualTo(200);
    }

    /** What forms bring counts for the quota when they end, and may be kept on disk before. */
    @Test
    void asManyFormsAsAMessageMayHaveFilesAreTakenAtATime() throws IOException {
        List<Socket> slow = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            slow.add(halfAForm());
        }
        // One that is not refused may itself have kept a form out that came at the same moment.
        await().until(() -> oneMore().status() == 429 || !slow.add(halfAForm()));
        Answer eleventh = oneMore();
        assertThat(eleventh.status()).isEqualTo(429);
        assertThat(eleventh.code()).isEqualTo("RATE_LIMITED");
        assertThat(eleventh.header("Retry-After")).isEqualTo("1");
        assertThat(new AttachmentsUnderTest(parley)
                        .form("name=\"file\"; filename=\"a\"", "text/plain", bytes("x"))
                        .status())
                .as("another user's")
                .isEqualTo(200);

        slow.removeFirst().close();

        await().untilAsserted(() -> assertThat(attachments
                        .form("name=\"file\"; filename=\"a\"", "text/plain", bytes("x"))
                        .status())
                .isEqualTo(200));
        for (Socket socket : slow) {
            socket.close();
        }
    }

    private static String part(String name, String header) {
        return "------boundary\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"a\"\r\n%s\r\nx\r\n"
                .formatted(name, header);
    }

    private Answer oneMore() {
        return attachments.form("name=\"file\"; filename=\"a\"", "text/plain", bytes("x"));
    }

    private Socket halfAForm() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), parley.port());
        socket.getOutputStream()
                .write(("POST %s HTTP/1.1\r\nHost: parley\r\nAuthorization: Bearer %s\r\nContent-Length: 600000\r\n"
                                        .formatted(PATH, user.token())
                                + "Content-Type: multipart/form-data; boundary=----boundary\r\n\r\n------boundary\r\n"
                                + "Content-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nsome")
                        .getBytes(UTF_8));
        return socket;
    }
}
