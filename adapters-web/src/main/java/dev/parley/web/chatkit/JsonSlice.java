package dev.parley.web.chatkit;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.deser.std.StdDeserializer;

/**
 * Where a value stands in the bytes of a request. It is skipped when the request is read, and read later, if at all.
 *
 * @param isObject whether it is an object
 * @param offset of its first byte
 * @param length in bytes
 */
@JsonDeserialize(using = JsonSlice.Reader.class)
record JsonSlice(boolean isObject, int offset, int length) {

    /** Reads slices of UTF-8; of other encodings the parser does not know the bytes. */
    static final class Reader extends StdDeserializer<JsonSlice> {

        Reader() {
            super(JsonSlice.class);
        }

        @Override
        public JsonSlice deserialize(JsonParser in, DeserializationContext context) {
            boolean isObject = in.currentToken() == JsonToken.START_OBJECT;
            int begin = Math.toIntExact(in.currentTokenLocation().getByteOffset());
            in.skipChildren();
            int end = Math.toIntExact(in.currentLocation().getByteOffset());
            return new JsonSlice(isObject, begin, end - begin);
        }
    }
}
