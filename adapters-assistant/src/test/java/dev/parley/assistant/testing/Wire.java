package dev.parley.assistant.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import tools.jackson.databind.json.JsonMapper;

/** The way back to the client, down to single bytes. */
public final class Wire {

    private static final JsonMapper JSON = new JsonMapper();

    private final Socket socket;
    private final OutputStream out;

    Wire(Socket socket) throws IOException {
        this.socket = socket;
        this.out = socket.getOutputStream();
    }

    /** Begins a stream of events. */
    public void stream() throws IOException {
        write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n");
    }

    /** Sends some bytes of the stream at once. */
    public void bytes(byte[] bytes) throws IOException {
        write(Integer.toHexString(bytes.length) + "\r\n");
        out.write(bytes);
        write("\r\n");
    }

    /** Sends some characters of the stream at once. */
    public void raw(String characters) throws IOException {
        bytes(characters.getBytes(UTF_8));
    }

    /** Sends an event. */
    public void data(String data) throws IOException {
        raw("data: " + data + "\n\n");
    }

    /** Sends a chunk with a delta, given as JSON. */
    public void delta(String delta) throws IOException {
        data(chunk("[{\"index\":0,\"delta\":%s,\"finish_reason\":null}]".formatted(delta)));
    }

    /** Sends a chunk with text. */
    public void text(String text) throws IOException {
        delta("{\"content\":%s}".formatted(quoted(text)));
    }

    /** Sends the chunk that says why the answer ends. */
    public void finish(String reason) throws IOException {
        data(chunk("[{\"index\":0,\"delta\":{},\"finish_reason\":%s}]".formatted(quoted(reason))));
    }

    /** Sends a chunk with nothing but usage. */
    public void usage(int prompt, int completion, int reasoning) throws IOException {
        data(
                "{\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"scripted\",\"choices\":[],\"usage\":{\"prompt_tokens\":%d,\"completion_tokens\":%d,\"total_tokens\":%d,\"completion_tokens_details\":{\"reasoning_tokens\":%d}}}"
                        .formatted(prompt, completion, prompt + completion, reasoning));
    }

    /** Ends the stream as the protocol wants it. */
    public void done() throws IOException {
        data("[DONE]");
        end();
    }

    /** Ends the stream without a word. */
    public void end() throws IOException {
        write("0\r\n\r\n");
    }

    /** Drops the connection in the middle of whatever it is in. */
    public void drop() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** Says nothing for a while; at most as long as the client stays. */
    public void pause(Duration time) throws IOException {
        socket.setSoTimeout((int) time.toMillis());
        try {
            awaitClientGone();
        } catch (SocketTimeoutException e) {
            socket.setSoTimeout(0);
        }
    }

    /** Says nothing more, and returns when the client has closed its connection. */
    public void awaitClientGone() throws IOException {
        while (socket.getInputStream().read() >= 0) {
            // Whatever a client still has to say at this point is of no interest.
        }
    }

    /** Sends a whole answer. */
    public void whole(int status, String type, String body, String... headers) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        StringBuilder head = new StringBuilder("HTTP/1.1 %d Scripted\r\nContent-Type: %s\r\nContent-Length: %d\r\n"
                .formatted(status, type, bytes.length));
        for (int i = 0; i < headers.length; i += 2) {
            head.append(headers[i]).append(": ").append(headers[i + 1]).append("\r\n");
        }
        write(head.append("\r\n").toString());
        out.write(bytes);
    }

    /** The text as a JSON string. */
    public static String quoted(String text) {
        return JSON.writeValueAsString(text);
    }

    private static String chunk(String choices) {
        return "{\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"scripted\",\"choices\":%s}"
                .formatted(choices);
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(ISO_8859_1));
        out.flush();
    }
}
