package dev.parley.domain.attachment;

import dev.parley.domain.shared.FieldError;
import dev.parley.domain.shared.InvalidRequest;
import dev.parley.domain.shared.Text;

/** What a user calls an attachment: a file's name without its folder. */
public record AttachmentName(String value) {

    private static final int MAXIMUM_LENGTH = 255;

    /**
     * Reads a name.
     *
     * @throws InvalidRequest if it is blank, is longer than 255 characters (code points), is not storable, or holds a control
     *     character, an invisible one that turns the direction of text, or a path separator
     */
    public static AttachmentName of(String text) {
        String name = Text.storable("name", text).strip();
        if (Text.isBlank(name)) {
            throw new InvalidRequest("name", FieldError.MUST_NOT_BE_BLANK);
        }
        if (Text.length(name) > MAXIMUM_LENGTH) {
            throw new InvalidRequest("name", FieldError.HAS_TOO_MANY_CHARACTERS, 255, Text.length(name));
        }
        if (name.codePoints().anyMatch(AttachmentName::isForbidden) || name.equals(".") || name.equals("..")) {
            throw new InvalidRequest("name", AttachmentError.MUST_BE_A_FILE_NAME);
        }
        return new AttachmentName(name);
    }

    /** Format characters such as U+202E could make {@code gpj.exe} look like {@code exe.jpg}; U+200D joins emoji. */
    private static boolean isForbidden(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            case Character.FORMAT -> isDirectional(character);
            default -> character == '/' || character == '\\';
        };
    }

    private static boolean isDirectional(int character) {
        return (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
    }

    @Override
    public String toString() {
        return value;
    }
}
