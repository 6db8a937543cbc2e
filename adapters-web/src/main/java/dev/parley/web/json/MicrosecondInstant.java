package dev.parley.web.json;

import java.time.Instant;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes times in ISO 8601, UTC with {@code Z}, and always with microseconds, so that they sort as text. */
final class MicrosecondInstant extends StdSerializer<Instant> {

    private static final long ONE_SECOND = 1_000_000_000;
    private static final int NANOS_OF_MICRO = 1_000;

    MicrosecondInstant() {
        super(Instant.class);
    }

    @Override
    public void serialize(Instant value, JsonGenerator json, SerializationContext context) {
        json.writeString(text(value));
    }

    /** Half the cost of a formatter, which a history pays for each message. */
    static String text(Instant value) {
        String toTheSecond = Instant.ofEpochSecond(value.getEpochSecond()).toString();
        String micros = Long.toString(ONE_SECOND + value.getNano() / NANOS_OF_MICRO);
        return toTheSecond.substring(0, toTheSecond.length() - 1) + '.' + micros.substring(4) + 'Z';
    }
}
