package dev.parley.web.chatkit;

import dev.parley.domain.shared.InvalidRequest;
import tools.jackson.core.Base64Variant;
import tools.jackson.core.Base64Variants;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Decodes a recording in base64 (RFC 4648, section 4) while it is read, with or without white space and padding. */
final class Base64Audio extends StdDeserializer<Bytes> {

    private static final Base64Variant BASE64 = Base64Variants.MIME_NO_LINEFEEDS.withPaddingAllowed();

    Base64Audio() {
        super(Bytes.class);
    }

    @Override
    public Bytes deserialize(JsonParser in, DeserializationContext context) {
        if (in.currentToken() != JsonToken.VALUE_STRING) {
            return (Bytes) context.handleUnexpectedToken(Bytes.class, in);
        }
        try {
            return new Bytes(in.getBinaryValue(BASE64));
        } catch (JacksonException e) {
            throw new InvalidRequest("audio_base64", ChatKitError.MUST_BE_BASE64);
        }
    }
}
