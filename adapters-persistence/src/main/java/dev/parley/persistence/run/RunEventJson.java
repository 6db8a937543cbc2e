package dev.parley.persistence.run;

import dev.parley.application.event.ItemUpdate.TextDelta;
import dev.parley.application.event.RunEvent;
import dev.parley.application.event.RunEvent.ItemUpdated;
import dev.parley.application.shared.SystemFailure;
import dev.parley.domain.item.ItemId;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;

/**
 * Events of a run as one JSON text: an array with an object for each event. Text is shorter, for there is a piece of it
 * for every token of an answer: pieces of the same part of a message that follow one another are one array, of the
 * message's id, the part's index and the pieces.
 */
public final class RunEventJson {

    private static final int USUAL_LENGTH = 1024;
    private static final ObjectWriter WRITER = RunEventForms.MAPPER.writerFor(RunEvent.class);

    /** After an event there may be another. */
    private static final ObjectReader READER =
            RunEventForms.MAPPER.readerFor(RunEvent.class).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private RunEventJson() {}

    /**
     * The events as a text that {@link #decode} makes equal ones of.
     *
     * @param events of storable text, in their order
     */
    public static String encode(List<RunEvent> events) {
        StringWriter text = new StringWriter(USUAL_LENGTH);
        try (JsonGenerator json = RunEventForms.MAPPER.createGenerator(text)) {
            json.writeStartArray();
            int next = 0;
            while (next < events.size()) {
                next = write(json, events, next);
            }
            json.writeEndArray();
        }
        return text.toString();
    }

    /**
     * The events of a text that {@link #encode} made, now or in an earlier version.
     *
     * @throws SystemFailure naming the step {@code run.log.parse} if it is no such text
     */
    public static List<RunEvent> decode(String text) {
        try (JsonParser json = RunEventForms.MAPPER.createParser(text)) {
            List<RunEvent> events = new ArrayList<>();
            expect(json, json.nextToken(), JsonToken.START_ARRAY);
            JsonToken next = json.nextToken();
            while (next != JsonToken.END_ARRAY) {
                read(json, next, events);
                next = json.nextToken();
            }
            expect(json, json.nextToken(), null);
            return events;
        } catch (JacksonException | IllegalArgumentException e) {
            throw SystemFailure.internal("run.log.parse", e);
        }
    }

    private static int write(JsonGenerator json, List<RunEvent> events, int first) {
        if (events.get(first) instanceof ItemUpdated updated && updated.update() instanceof TextDelta delta) {
            json.writeStartArray();
            json.writeString(updated.id().value());
            json.writeNumber(delta.contentIndex());
            int next = first;
            while (next < events.size() && continues(updated.id(), delta.contentIndex(), events.get(next))) {
                json.writeString(((TextDelta) ((ItemUpdated) events.get(next)).update()).delta());
                next++;
            }
            json.writeEndArray();
            return next;
        }
        WRITER.writeValue(json, events.get(first));
        return first + 1;
    }

    private static boolean continues(ItemId id, int contentIndex, RunEvent event) {
        return event instanceof ItemUpdated updated
                && updated.update() instanceof TextDelta delta
                && delta.contentIndex() == contentIndex
                && updated.id().equals(id);
    }

    private static void read(JsonParser json, JsonToken first, List<RunEvent> events) {
        if (first == JsonToken.START_ARRAY) {
            readPieces(json, events);
        } else {
            expect(json, first, JsonToken.START_OBJECT);
            events.add(READER.readValue(json));
        }
    }

    private static void readPieces(JsonParser json, List<RunEvent> events) {
        expect(json, json.nextToken(), JsonToken.VALUE_STRING);
        ItemId id = new ItemId(json.getString());
        expect(json, json.nextToken(), JsonToken.VALUE_NUMBER_INT);
        int contentIndex = json.getIntValue();
        JsonToken next = json.nextToken();
        while (next != JsonToken.END_ARRAY) {
            expect(json, next, JsonToken.VALUE_STRING);
            events.add(new ItemUpdated(id, new TextDelta(contentIndex, json.getString())));
            next = json.nextToken();
        }
    }

    /** Checks a token; none is the end of the text. */
    private static void expect(JsonParser json, @Nullable JsonToken found, @Nullable JsonToken expected) {
        if (found != expected) {
            throw new StreamReadException(json, "expected " + expected + " and found " + found);
        }
    }
}
