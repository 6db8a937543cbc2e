package dev.parley.e2e;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.parley.application.attachment.CreateAttachment;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.attachment.AttachmentId;
import dev.parley.domain.attachment.AttachmentName;
import dev.parley.domain.attachment.MimeType;
import dev.parley.web.security.SignedAddresses;
import dev.parley.web.testing.Api;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.http.HttpMethod;

/** An upload that has sent all but its last byte. */
final class SlowUpload implements AutoCloseable {

    private final Socket socket;
    private final byte last;

    private SlowUpload(Socket socket, byte last) {
        this.socket = socket;
        this.last = last;
    }

    static SlowUpload begin(Api someone, ParleyServer parley, byte[] content) throws IOException {
        AttachmentId id = parley.part(CreateAttachment.class)
                .create(
                        new AccountId(UUID.randomUUID()),
                        AttachmentName.of("a"),
                        MimeType.of("text/plain"),
                        content.length)
                .id();
        String address = parley.part(SignedAddresses.class).sign(HttpMethod.PUT, "/api/v1/attachments/" + id);
        URI server = someone.server();
        Socket socket = new Socket(server.getHost(), server.getPort());
        String head = "PUT %s HTTP/1.1\r\nHost: parley\r\nConnection: close\r\nContent-Length: %d\r\n\r\n"
                .formatted(address, content.length);
        socket.getOutputStream().write(head.getBytes(US_ASCII));
        socket.getOutputStream().write(Arrays.copyOf(content, content.length - 1));
        socket.getOutputStream().flush();
        return new SlowUpload(socket, content[content.length - 1]);
    }

    /** Sends the last byte and returns the status line. */
    String finish() throws IOException {
        socket.getOutputStream().write(last);
        socket.getOutputStream().flush();
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII)).readLine();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
