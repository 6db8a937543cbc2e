package dev.parley.web.chatkit;

import dev.parley.domain.shared.InvalidRequest;
import java.io.ByteArrayOutputStream;
import java.io.Writer;
import java.util.Arrays;
import java.util.Base64;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Decodes a recording in base64 (RFC 4648, section 4), with or without padding, and with white space anywhere. */
final class Base64Audio extends StdDeserializer<Bytes> {

    Base64Audio() {
        super(Bytes.class);
    }

    @Override
    public Bytes deserialize(JsonParser in, DeserializationContext context) {
        if (in.currentToken() != JsonToken.VALUE_STRING) {
            return (Bytes) context.handleUnexpectedToken(Bytes.class, in);
        }
        try (Decoder decoder = new Decoder()) {
            in.getString(decoder);
            return new Bytes(decoder.decoded());
        } catch (IllegalArgumentException e) {
            throw new InvalidRequest("audio_base64", ChatKitError.MUST_BE_BASE64);
        }
    }

    /** Decodes what is written to it in pieces, so that no copy of the text is made. */
    private static final class Decoder extends Writer {

        private static final int CHARACTERS = 4096;
        private static final String WHITE_SPACE = " \t\r\n";

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final byte[] piece = new byte[CHARACTERS];
        private int length;
        private boolean padded;

        @Override
        public void write(char[] characters, int offset, int count) {
            for (int index = offset; index < offset + count; index++) {
                take(characters[index]);
            }
        }

        private void take(char character) {
            if (WHITE_SPACE.indexOf(character) >= 0) {
                return;
            }
            if (length == CHARACTERS) {
                decode();
            }
            piece[length++] = character < 0x80 ? (byte) character : (byte) '?';
        }

        private void decode() {
            if (padded) {
                throw new IllegalArgumentException("something follows the padding");
            }
            padded = piece[length - 1] == '=';
            bytes.writeBytes(Base64.getDecoder().decode(Arrays.copyOf(piece, length)));
            length = 0;
        }

        byte[] decoded() {
            if (length > 0) {
                decode();
            }
            return bytes.toByteArray();
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
