package dev.parley.web.json;

import dev.parley.domain.shared.Json;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** How JSON that means nothing to Parley comes in and goes out. */
final class OpaqueJson {

    private static final JsonFactory JSON = new JsonFactory();

    private OpaqueJson() {}

    static SimpleModule module() {
        return new SimpleModule().addSerializer(Json.class, new Writer()).addDeserializer(Json.class, new Reader());
    }

    /**
     * Writes a value raw, but on one line, since a line of an event stream ends at a line break. In JSON, line breaks are
     * white space between tokens and nothing else (RFC 8259, sections 2 and 7).
     */
    private static final class Writer extends StdSerializer<Json> {

        Writer() {
            super(Json.class);
        }

        @Override
        public void serialize(Json value, JsonGenerator out, SerializationContext context) {
            out.writeRawValue(value.text().replace('\n', ' ').replace('\r', ' '));
        }
    }

    /**
     * Reads a value of any kind, without the white space between its tokens and with strings escaped where they have to
     * be: members stay in their order, numbers are spelled as they came, and nulls stay. {@code null} is a value too; what
     * is absent is no {@link Json} at all.
     */
    private static final class Reader extends StdDeserializer<Json> {

        Reader() {
            super(Json.class);
        }

        @Override
        public Json deserialize(JsonParser in, DeserializationContext context) {
            StringWriter text = new StringWriter();
            try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
                copy(in, out);
            }
            return new Json(text.toString());
        }

        @Override
        public Json getNullValue(DeserializationContext context) {
            return Json.NULL;
        }

        @Override
        public @Nullable Object getAbsentValue(DeserializationContext context) {
            return null;
        }

        private static void copy(JsonParser in, JsonGenerator out) {
            int depth = copyToken(in, out);
            while (depth > 0) {
                in.nextToken();
                depth += copyToken(in, out);
            }
        }

        /** Copies a token, and says by how much it goes deeper. */
        private static int copyToken(JsonParser in, JsonGenerator out) {
            JsonToken token = in.currentToken();
            if (token.isNumeric()) {
                out.writeNumber(in.getString());
            } else {
                out.copyCurrentEvent(in);
            }
            return token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        }
    }
}
