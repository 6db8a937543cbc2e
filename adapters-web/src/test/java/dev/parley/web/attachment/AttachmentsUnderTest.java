package dev.parley.web.attachment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.application.attachment.CreateAttachment;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.attachment.AttachmentId;
import dev.parley.domain.attachment.AttachmentName;
import dev.parley.domain.attachment.MimeType;
import dev.parley.web.testing.Answer;
import dev.parley.web.testing.Api;
import dev.parley.web.testing.RunningParley;
import dev.parley.web.testing.Tokens;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import javax.imageio.ImageIO;

/** A user of attachments. */
final class AttachmentsUnderTest {

    static final String PATH = "/api/v1/attachments";

    private static final String BOUNDARY = "----boundary";

    private final AccountId account = new AccountId(UUID.randomUUID());
    private final RunningParley parley;
    private final Api user;

    AttachmentsUnderTest(RunningParley parley) {
        this.parley = parley;
        this.user = parley.anonymous().as(Tokens.of(account.toString()));
    }

    Api user() {
        return user;
    }

    AccountId account() {
        return account;
    }

    /** Creates one that is to be uploaded, as ChatKit's {@code attachments.create} does. */
    AttachmentId created(String name, String type, long size) {
        return parley.part(CreateAttachment.class)
                .create(account, AttachmentName.of(name), MimeType.of(type), size)
                .id();
    }

    static String at(AttachmentId id) {
        return PATH + "/" + id;
    }

    static Answer put(Api api, String address, byte[] body) {
        return api.send(address, request -> request.PUT(BodyPublishers.ofByteArray(body)));
    }

    Answer upload(AttachmentId id, byte[] body) {
        return put(user, at(id), body);
    }

    /** The answer with the body's bytes. */
    static HttpResponse<byte[]> download(Api api, String address) {
        return api.exchange(address, request -> request.GET(), BodyHandlers.ofByteArray());
    }

    Answer form(String disposition, String type, byte[] content) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        String head = "--%s\r\nContent-Disposition: form-data; %s\r\n%s\r\n"
                .formatted(BOUNDARY, disposition, type.isEmpty() ? "" : "Content-Type: " + type + "\r\n");
        form.writeBytes(head.getBytes(UTF_8));
        form.writeBytes(content);
        form.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
        return form(form.toByteArray());
    }

    Answer form(byte[] body) {
        return user.send(
                PATH,
                request -> request.POST(BodyPublishers.ofByteArray(body))
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY));
    }

    static byte[] bytes(String content) {
        return content.getBytes(ISO_8859_1);
    }

    /** An image with a red left half and a blue right one. */
    static byte[] image(String format, int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height);
        graphics.setColor(Color.BLUE);
        graphics.fillRect(width / 2, 0, width, height);
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }
}
