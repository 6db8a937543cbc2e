package dev.parley.web.chatkit;

import java.util.List;

/** A part of a message. */
public sealed interface WireContent {

    /** What a user wrote. */
    record InputText(String type, String text) implements WireContent {

        InputText(String text) {
            this("input_text", text);
        }
    }

    /** What an assistant wrote. */
    record OutputText(String type, String text, List<Object> annotations) implements WireContent {

        OutputText(String text) {
            this("output_text", text, List.of());
        }
    }
}
