package dev.parley.web.attachment;

import static dev.parley.web.attachment.AttachmentsUnderTest.at;
import static dev.parley.web.attachment.AttachmentsUnderTest.bytes;
import static dev.parley.web.attachment.AttachmentsUnderTest.image;
import static dev.parley.web.attachment.AttachmentsUnderTest.put;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.application.testing.SettableClock;
import dev.parley.domain.attachment.AttachmentId;
import dev.parley.web.body.BodyBudget;
import dev.parley.web.error.HttpErrorException;
import dev.parley.web.security.SignedAddresses;
import dev.parley.web.testing.Answer;
import dev.parley.web.testing.Api;
import dev.parley.web.testing.RunningParley;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;

class SignedAddressTest {

    private static final int SOME_BYTES = 64 * 1024;
    private static final Duration NET = Duration.ofSeconds(60);

    private final RunningParley parley = RunningParley.shared();
    private final Api anonymous = parley.anonymous();
    private final AttachmentsUnderTest attachments = new AttachmentsUnderTest(parley);
    private final SignedAddresses addresses = parley.part(SignedAddresses.class);
    private final AttachmentId id = attachments.created("a", "text/plain", 1);

    @Test
    void aSignedAddressNeedsNoToken() {
        assertThat(put(anonymous, addresses.sign(HttpMethod.PUT, at(id)), bytes("a"))
                        .status())
                .isEqualTo(200);
        Answer read = anonymous.get(addresses.sign(HttpMethod.GET, at(id)));
        assertThat(read.body()).isEqualTo("a");
        assertThat(read.header("Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");
        assertThat(read.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(anonymous
                        .get(addresses.sign(HttpMethod.GET, at(id) + "/preview"))
                        .code())
                .isEqualTo("NO_PREVIEW");
    }

    @Test
    void whatIsSentToASignedAddressIsChargedToTheOwnerOfTheAttachment() {
        AttachmentsUnderTest other = new AttachmentsUnderTest(parley);
        AttachmentId ofOther = other.created("b", "text/plain", 1);

        try (BodyBudget.Share share = parley.part(BodyBudget.class).share(attachments.account())) {
            takeAll(share);

            assertThat(put(anonymous, addresses.sign(HttpMethod.PUT, at(id)), bytes("a"))
                            .status())
                    .isEqualTo(503);
            assertThat(put(anonymous, addresses.sign(HttpMethod.PUT, at(ofOther)), bytes("b"))
                            .status())
                    .isEqualTo(200);
        }
        assertThat(put(anonymous, addresses.sign(HttpMethod.PUT, at(id)), bytes("a"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void anImageIsAnsweredWithTheSignedAddressOfItsPreview() {
        byte[] image = image("png", 3, 2, BufferedImage.TYPE_INT_RGB);
        AttachmentId picture = attachments.created("a.png", "image/png", image.length);

        Answer uploaded = attachments.upload(picture, image);

        URI preview = URI.create(uploaded.json().at("/preview_url").asString());
        assertThat(uploaded.json().at("/type").asString()).isEqualTo("image");
        assertThat(preview.getAuthority()).isEqualTo(anonymous.server().getAuthority());
        assertThat(anonymous.get(preview.getPath() + "?" + preview.getQuery()).status())
                .isEqualTo(200);
    }

    @Test
    void aSignatureIsForOneMethodAndOnePath() {
        String other = at(attachments.created("b", "text/plain", 1));
        String forGet = addresses.sign(HttpMethod.GET, at(id));
        String forPut = addresses.sign(HttpMethod.PUT, at(id));

        assertRefused(put(anonymous, forGet, bytes("a")));
        assertRefused(anonymous.get(forPut));
        assertRefused(anonymous.get(forGet.replace(at(id), at(id) + "/preview")));
        assertRefused(anonymous.get(forGet.replace(at(id), other)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?signature=",
                "?signature=abc",
                "?expires=&signature=abc",
                "?expires=99999999999&signature=abc",
                "?expires=99999999999999999999&signature=abc",
                "?expires=-1&signature=%C3%A4",
                "?expires=1e9&signature=abc"
            })
    void aForgedSignatureIsRefused(String query) {
        assertRefused(anonymous.get(at(id) + query));
        assertRefused(attachments.user().get(at(id) + query));
    }

    @Test
    void aLaterTimeIsNotSigned() {
        String address = addresses.sign(HttpMethod.GET, at(id));

        assertRefused(anonymous.get(address.replaceFirst("expires=\\d+", "expires=99999999999")));
    }

    @Test
    void anAddressOfAnotherServerIsRefused() {
        SignedAddresses others = new SignedAddresses(new byte[32], InstantSource.system());

        assertRefused(anonymous.get(others.sign(HttpMethod.GET, at(id))));
    }

    @Test
    void anAddressIsGoodForTenMinutes() {
        try (RunningParley ownClock = RunningParley.start()) {
            AttachmentId mine = new AttachmentsUnderTest(ownClock).created("a", "text/plain", 1);
            String address = ownClock.part(SignedAddresses.class).sign(HttpMethod.GET, at(mine));
            SettableClock clock = ownClock.part(SettableClock.class);

            clock.advance(Duration.ofMinutes(10).minusSeconds(1));
            assertThat(ownClock.anonymous().get(address).code()).isEqualTo("ATTACHMENT_NOT_UPLOADED");

            clock.advance(Duration.ofSeconds(1));
            assertRefused(ownClock.anonymous().get(address));
        }
    }

    @Test
    void aSignatureOpensNothingElse() {
        String path = "/api/v1/chatkit/sessions";

        assertThat(anonymous.get(addresses.sign(HttpMethod.GET, path)).status()).isEqualTo(401);
        assertThat(anonymous.delete(addresses.sign(HttpMethod.DELETE, at(id))).status())
                .isEqualTo(401);
        assertThat(anonymous
                        .post(addresses.sign(HttpMethod.POST, "/api/v1/attachments"), "{}")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void requestsToASignedAddressAreCounted() {
        try (RunningParley slow = RunningParley.start("parley.limits.requests-per-minute=2")) {
            AttachmentsUnderTest mine = new AttachmentsUnderTest(slow);
            String address = address(slow, mine);
            slow.anonymous().get(address);
            slow.anonymous().get(address);

            assertThat(slow.anonymous().get(address).code()).isEqualTo("RATE_LIMITED");

            for (int other = 0; other < 9; other++) {
                String another = address(slow, mine);
                assertThat(slow.anonymous().get(another).status()).isEqualTo(409);
                assertThat(slow.anonymous().get(another).status()).isEqualTo(409);
            }
            assertThat(slow.anonymous().get(address(slow, mine)).code()).isEqualTo("RATE_LIMITED");
            assertThat(slow.anonymous()
                            .get(address(slow, new AttachmentsUnderTest(slow)))
                            .status())
                    .isEqualTo(409);
        }
    }

    @Test
    void anOwnersFilesAreSentSideBySideUpToANumber() throws IOException {
        String address = addresses.sign(HttpMethod.GET, at(id));
        List<Socket> uploads = new ArrayList<>();
        try {
            for (int upload = 0; upload < 32; upload++) {
                uploads.add(begunUpload());
            }
            await().atMost(NET).until(() -> isRefused(address) || !uploads.add(begunUpload()));
            assertThat(anonymous.get(address).code()).isEqualTo("RATE_LIMITED");
            assertThat(anonymous
                            .get(address(parley, new AttachmentsUnderTest(parley)))
                            .status())
                    .isEqualTo(409);

            uploads.getFirst().getOutputStream().write('a');
            await().atMost(NET).until(() -> anonymous.get(address).status() == 409);
        } finally {
            for (Socket upload : uploads) {
                upload.close();
            }
        }
        await().atMost(NET).until(() -> anonymous.get(address).status() == 409);
    }

    /** One that is not refused may itself have kept an upload out that came at the same moment. */
    private boolean isRefused(String address) {
        return anonymous.get(address).status() == 429;
    }

    /** An upload that waits for its only byte. */
    private Socket begunUpload() throws IOException {
        String address = addresses.sign(HttpMethod.PUT, at(attachments.created("a", "text/plain", 1)));
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), parley.port());
        socket.getOutputStream()
                .write("PUT %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nContent-Length: 1\r\n\r\n"
                        .formatted(address)
                        .getBytes(US_ASCII));
        return socket;
    }

    @Test
    void addressesBeginWithThePublicOneWhereThereIsOne() {
        try (RunningParley behind = RunningParley.start("parley.public-url=https://chat.example.org/base/")) {
            AttachmentsUnderTest there = new AttachmentsUnderTest(behind);
            byte[] image = image("png", 3, 2, BufferedImage.TYPE_INT_RGB);
            AttachmentId picture = there.created("a.png", "image/png", image.length);

            String preview =
                    there.upload(picture, image).json().at("/preview_url").asString();

            assertThat(preview).startsWith("https://chat.example.org/base" + at(picture) + "/preview?expires=");
        }
    }

    private static String address(RunningParley parley, AttachmentsUnderTest owner) {
        return parley.part(SignedAddresses.class).sign(HttpMethod.GET, at(owner.created("a", "text/plain", 1)));
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("INVALID_SIGNATURE");
    }

    private static void takeAll(BodyBudget.Share share) {
        try {
            while (true) {
                share.add(SOME_BYTES);
            }
        } catch (HttpErrorException full) {
            // The quarter that one account may have is taken.
        }
    }
}
