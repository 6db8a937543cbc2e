package dev.parley.assistant.stream;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.assistant.stream.StreamException.Kind;
import java.io.ByteArrayOutputStream;

/**
 * Splits the bytes of {@code text/event-stream} into events, however they are cut (WHATWG HTML, section 9.2.6). Lines that
 * begin a JSON object or array where a field should stand are passed on as well: some providers answer with plain JSON.
 */
final class EventStreamParser {

    /** The most bytes of a line, and of the data of an event. */
    static final int MAXIMUM_BYTES = 8 * 1024 * 1024;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final Handler handler;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(512);
    private final ByteArrayOutputStream data = new ByteArrayOutputStream(512);
    private final ByteArrayOutputStream json = new ByteArrayOutputStream(0);
    private String type = "";
    private boolean hasData;
    private boolean isFirstLine = true;
    private boolean isAfterCarriageReturn;

    EventStreamParser(Handler handler) {
        this.handler = handler;
    }

    /**
     * Takes the next bytes of the stream.
     *
     * @throws StreamException if a line or an event is too long
     */
    void feed(byte[] bytes, int length) {
        int begin = 0;
        for (int i = 0; i < length; i++) {
            byte next = bytes[i];
            if (next != '\n' && next != '\r') {
                continue;
            }
            boolean isSecondOfPair = next == '\n' && isAfterCarriageReturn && i == begin && line.size() == 0;
            append(line, bytes, begin, i - begin);
            begin = i + 1;
            isAfterCarriageReturn = next == '\r';
            if (!isSecondOfPair) {
                endLine();
            }
        }
        if (begin < length) {
            isAfterCarriageReturn = false;
            append(line, bytes, begin, length - begin);
        }
    }

    /** The stream has ended. An event without the blank line behind it counts if its provider has just left that out. */
    void end() {
        if (line.size() > 0) {
            endLine();
        }
        endJson();
        endEvent(true);
    }

    private void endLine() {
        byte[] bytes = line.toByteArray();
        line.reset();
        int begin = isFirstLine && startsWith(bytes, BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
        isFirstLine = false;
        take(bytes, begin);
    }

    private void take(byte[] bytes, int begin) {
        if (begin == bytes.length) {
            if (json.size() == 0) {
                endEvent(false);
            }
            return;
        }
        int colon = colon(bytes, begin);
        String field = new String(bytes, begin, colon - begin, ISO_8859_1);
        if (isJson(bytes, begin, field)) {
            append(json, bytes, begin, bytes.length - begin);
            json.write('\n');
            return;
        }
        endJson();
        int value = Math.min(colon + 1, bytes.length);
        if (value < bytes.length && bytes[value] == ' ') {
            value++;
        }
        switch (field) {
            case "data" -> data(bytes, value);
            case "event" -> type = text(bytes, value);
            case "error" -> handler.event("error", text(bytes, value), false);
            default -> {
                // Comments, ids, times to wait before a reconnect, and what the standard does not know.
            }
        }
    }

    private void data(byte[] bytes, int begin) {
        if (hasData) {
            data.write('\n');
        }
        hasData = true;
        append(data, bytes, begin, bytes.length - begin);
    }

    private void endEvent(boolean isEndOfStream) {
        if (hasData) {
            String text = data.toString(UTF_8);
            String name = type;
            hasData = false;
            type = "";
            data.reset();
            handler.event(name, text, isEndOfStream);
        }
        type = "";
    }

    private void endJson() {
        if (json.size() > 0) {
            String text = json.toString(UTF_8);
            json.reset();
            handler.json(text);
        }
    }

    /** Within JSON every line belongs to it until a field of the protocol stands at the beginning of one. */
    private boolean isJson(byte[] bytes, int begin, String field) {
        if (hasData || field.equals("data") || field.equals("event")) {
            return false;
        }
        if (json.size() > 0) {
            return true;
        }
        int first = begin;
        while (first < bytes.length && (bytes[first] == ' ' || bytes[first] == '\t')) {
            first++;
        }
        return first < bytes.length && (bytes[first] == '{' || bytes[first] == '[');
    }

    private static int colon(byte[] bytes, int begin) {
        int colon = begin;
        while (colon < bytes.length && bytes[colon] != ':') {
            colon++;
        }
        return colon;
    }

    private static String text(byte[] bytes, int begin) {
        return new String(bytes, begin, bytes.length - begin, UTF_8);
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length >= start.length && bytes[0] == start[0] && bytes[1] == start[1] && bytes[2] == start[2];
    }

    private static void append(ByteArrayOutputStream buffer, byte[] bytes, int begin, int length) {
        if (buffer.size() + length > MAXIMUM_BYTES) {
            throw new StreamException(Kind.UNREADABLE, "a line or an event of more than " + MAXIMUM_BYTES + " bytes");
        }
        buffer.write(bytes, begin, length);
    }

    /** What takes the events. */
    interface Handler {

        /**
         * An event.
         *
         * @param type empty where the stream names none
         * @param isLast whether the stream ended before the event did
         */
        void event(String type, String data, boolean isLast);

        /** Lines that are no event, and begin as JSON does. */
        void json(String text);
    }
}
