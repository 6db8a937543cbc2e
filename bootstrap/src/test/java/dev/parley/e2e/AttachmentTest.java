package dev.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.persistence.testing.TestDatabase;
import dev.parley.web.security.SignedAddresses;
import dev.parley.web.testing.Answer;
import dev.parley.web.testing.Api;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;

@WithSharedNodes
class AttachmentTest {

    private static final String PATH = "/api/v1/attachments";
    private static final int LIMIT = 20 * 1024 * 1024;
    private static final TestDatabase DATABASE = SharedNodes.database();
    private static final JdbcClient JDBC = JdbcClient.create(DATABASE.dataSource());

    @TempDir
    private Path folder;

    @Test
    void theLongestAttachmentIsKeptInTheDatabaseAndOneByteMoreIsRefused() {
        byte[] longest = bytes(LIMIT);
        ParleyServer parley = SharedNodes.one();
        Api user = parley.someone();

        String id = idOf(upload(user, longest));

        assertThat(download(user, id)).isEqualTo(longest);
        assertThat(JDBC.sql("select count(*) from attachment_chunk where attachment_id = :id")
                        .param("id", id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(80);
        assertThat(upload(user, bytes(LIMIT + 1)).code()).isEqualTo("ATTACHMENT_TOO_LARGE");
    }

    @Test
    void contentsAreKeptAsFilesWhereThatIsSet() {
        byte[] content = bytes(300_000);
        String[] settings = {"parley.attachments.store=files", "parley.data-dir=" + folder};
        try (ParleyServer parley = ParleyServer.on(DATABASE, settings)) {
            Api user = parley.someone();
            String kept = idOf(upload(user, content));
            String deleted = idOf(upload(user, content));

            assertThat(download(user, kept)).isEqualTo(content);
            assertThat(user.delete(PATH + "/" + deleted).status()).isEqualTo(200);

            assertThat(files()).singleElement().asString().startsWith(kept + "-");
        }
    }

    @Test
    void aThreadTakesTheFilesOfItsMessagesWithIt() {
        String[] settings = {"parley.attachments.store=files", "parley.data-dir=" + folder};
        try (ParleyServer parley = ParleyServer.on(DATABASE, settings)) {
            Api user = parley.someone();
            String thread = user.newSession();
            String used = idOf(upload(user, bytes(300_000)));
            String unused = idOf(upload(user, bytes(300_000)));
            Answer said = user.post(
                    Api.runsOf(thread),
                    "{\"message\":{\"role\":\"user\",\"content\":[],\"attachments\":[\"%s\"]}}".formatted(used));
            assertThat(said.status()).isEqualTo(200);

            assertThat(user.delete("/api/v1/chatkit/sessions/" + thread).status())
                    .isEqualTo(200);

            assertThat(files()).singleElement().asString().startsWith(unused + "-");
        }
    }

    @Test
    void aPreviewsAddressIsGoodOnEveryNode() {
        String unknown = PATH + "/atc_0123456789abcdef0123456789abcdef";
        ParleyServer one = SharedNodes.both().getFirst();
        ParleyServer another = SharedNodes.both().getLast();
        assertThat(another.anonymous().get(signed(one, unknown)).code()).isEqualTo("ATTACHMENT_NOT_FOUND");
    }

    @Test
    void nodesOfAnIssuerShareTheKeyInTheirDatabase() {
        String unknown = PATH + "/atc_0123456789abcdef0123456789abcdef";
        String[] settings = {
            "parley.auth.jwt-secret=",
            "parley.auth.local-accounts=false",
            "parley.auth.issuer-uri=https://id.example",
            "parley.auth.audience=parley"
        };
        try (ParleyServer one = ParleyServer.on(DATABASE, settings);
                ParleyServer another = ParleyServer.on(DATABASE, settings)) {
            assertThat(another.anonymous().get(signed(one, unknown)).code()).isEqualTo("ATTACHMENT_NOT_FOUND");
            assertThat(SharedNodes.one().anonymous().get(signed(one, unknown)).code())
                    .isEqualTo("INVALID_SIGNATURE");
        }
    }

    @Test
    void aClientThatUploadsSlowlyHoldsNoConnection() throws IOException {
        try (ParleyServer parley = ParleyServer.on(DATABASE, "spring.datasource.hikari.maximum-pool-size=1")) {
            Api user = parley.someone();
            try (SlowUpload slow = SlowUpload.begin(user, parley, bytes(300_000))) {
                assertThat(upload(user, bytes(10)).status()).isEqualTo(200);

                assertThat(slow.finish()).startsWith("HTTP/1.1 200");
            }
        }
    }

    @Test
    @Timeout(30)
    void whatIsGoneWhileItIsReadIsNoSuccess() throws IOException {
        ParleyServer parley = SharedNodes.one();
        Api user = parley.someone();
        String id = idOf(upload(user, bytes(3_000_000)));
        JDBC.sql("delete from attachment_chunk where attachment_id = :id and number > 2")
                .param("id", id)
                .update();

        assertThat(bytesUntilTheEnd(user, id)).isLessThan(3_000_000);
    }

    /** How many bytes come, however the answer ends. */
    private static int bytesUntilTheEnd(Api user, String id) throws IOException {
        byte[] buffer = new byte[8192];
        int count = 0;
        try (InputStream body = user.exchange(PATH + "/" + id, request -> request.GET(), BodyHandlers.ofInputStream())
                .body()) {
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                count += read;
            }
        } catch (IOException brokenOff) {
            return count;
        }
        throw new AssertionError("the answer ended well after " + count + " bytes");
    }

    private static String signed(ParleyServer parley, String path) {
        return parley.part(SignedAddresses.class).sign(HttpMethod.GET, path);
    }

    private List<String> files() {
        try (Stream<Path> files = Files.list(folder.resolve("attachments"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String idOf(Answer uploaded) {
        assertThat(uploaded.status()).as(uploaded.body()).isEqualTo(200);
        return uploaded.json().at("/id").asString();
    }

    private static byte[] download(Api user, String id) {
        return user.exchange(PATH + "/" + id, request -> request.GET(), BodyHandlers.ofByteArray())
                .body();
    }

    private static Answer upload(Api user, byte[] content) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes(ascii("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.bin\"\r\n\r\n"));
        form.writeBytes(content);
        form.writeBytes(ascii("\r\n--x--\r\n"));
        return user.send(
                PATH,
                request -> request.POST(BodyPublishers.ofByteArray(form.toByteArray()))
                        .header("Content-Type", "multipart/form-data; boundary=x"));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
