package dev.parley.domain.conversation;

import dev.parley.domain.shared.FieldError;
import dev.parley.domain.shared.InvalidRequest;
import dev.parley.domain.shared.Text;

/** The title of a conversation. */
public record Title(String value) {

    /** The title until the first message gives another. */
    public static final Title NEW_CHAT = new Title("New Chat");

    private static final int MAXIMUM_LENGTH = 200;
    private static final int MAXIMUM_LENGTH_FROM_MESSAGE = 100;

    /**
     * A title that a user chose.
     *
     * @throws InvalidRequest if it is blank, longer than 200 characters (code points) or not storable
     */
    public static Title of(String text) {
        String title = Text.storable("title", text).strip();
        if (Text.isBlank(title)) {
            throw new InvalidRequest("title", FieldError.MUST_NOT_BE_BLANK);
        }
        if (Text.length(title) > MAXIMUM_LENGTH) {
            throw new InvalidRequest("title", FieldError.HAS_TOO_MANY_CHARACTERS, 200, Text.length(title));
        }
        return new Title(title);
    }

    /** The title that a first message gives: its text on one line, cut at a word to 100 characters (code points). */
    public static Title fromMessage(String text) {
        return new Title(Text.cutAtWord(Text.onOneLine(text), MAXIMUM_LENGTH_FROM_MESSAGE));
    }

    @Override
    public String toString() {
        return value;
    }
}
