package dev.parley.domain.conversation;

import dev.parley.domain.shared.InvalidRequest;
import dev.parley.domain.shared.Text;
import java.util.Optional;

/**
 * The title of a conversation: one line with something visible in it.
 *
 * @param value what it is called where there is no title, too
 */
public record Title(String value, Origin origin) {

    /** No title yet. */
    public static final Title NEW_CHAT = new Title("New Chat", Origin.NONE);

    private static final int MAXIMUM_LENGTH = 200;
    private static final int MAXIMUM_LENGTH_FROM_MESSAGE = 100;

    /** Where a title comes from. */
    public enum Origin {
        /** Nothing has given one. */
        NONE,
        /** The first message, which has no words: the name of its file stands until there are some. */
        FILE,
        /** A message, the user or the assistant. */
        WORDS
    }

    /** A title that stays until somebody gives another. */
    public Title(String value) {
        this(value, Origin.WORDS);
    }

    /**
     * A title that a user chose; line breaks become spaces.
     *
     * @throws InvalidRequest if nothing in it is visible, if it is longer than 200 characters (code points) or not storable,
     *     or if it holds another control character or one that changes the direction of text
     */
    public static Title of(String text) {
        return new Title(Text.line("title", Text.withoutLineBreaks(text), MAXIMUM_LENGTH));
    }

    /**
     * The title that a first message gives: what is visible of its text on one line, cut at a word to 100 characters (code
     * points); empty where it has no words.
     */
    public static Optional<Title> fromMessage(String text) {
        return shortened(text).map(Title::new);
    }

    /** The title that a file gives by its name, until a message has words. */
    public static Optional<Title> fromFile(String name) {
        return shortened(name).map(title -> new Title(title, Origin.FILE));
    }

    private static Optional<String> shortened(String text) {
        return Optional.of(Text.cutAtWord(Text.madeLine(text), MAXIMUM_LENGTH_FROM_MESSAGE))
                .filter(Text::isVisible);
    }

    @Override
    public String toString() {
        return value;
    }
}
