package dev.parley.web.chatkit;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What changed in an item that is not complete yet. */
public sealed interface WireUpdate {

    /** A part was opened. */
    record PartAdded(
            String type, @JsonProperty("content_index") int contentIndex, WireContent content) implements WireUpdate {

        PartAdded(int contentIndex) {
            this("assistant_message.content_part.added", contentIndex, new WireContent.OutputText(""));
        }
    }

    /** Text was said. */
    record TextDelta(
            String type, @JsonProperty("content_index") int contentIndex, String delta) implements WireUpdate {

        TextDelta(int contentIndex, String delta) {
            this("assistant_message.content_part.text_delta", contentIndex, delta);
        }
    }

    /** A part is complete. */
    record PartDone(
            String type, @JsonProperty("content_index") int contentIndex, WireContent content) implements WireUpdate {

        PartDone(int contentIndex, String text) {
            this("assistant_message.content_part.done", contentIndex, new WireContent.OutputText(text));
        }
    }
}
