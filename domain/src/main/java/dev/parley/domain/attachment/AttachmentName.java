package dev.parley.domain.attachment;

import dev.parley.domain.shared.InvalidRequest;
import dev.parley.domain.shared.Text;

/** What a user calls an attachment: a file's name without its folder. */
public record AttachmentName(String value) {

    private static final int MAXIMUM_LENGTH = 255;

    /**
     * Reads a name.
     *
     * @throws InvalidRequest if nothing in it is visible, if it is longer than 255 characters (code points), is not storable, or holds a control
     *     character, one that changes the direction of text, or a path separator
     */
    public static AttachmentName of(String text) {
        String name = Text.line("name", text, MAXIMUM_LENGTH);
        if (name.indexOf('/') >= 0 || name.indexOf('\\') >= 0 || name.equals(".") || name.equals("..")) {
            throw new InvalidRequest("name", AttachmentError.MUST_BE_A_FILE_NAME);
        }
        return new AttachmentName(name);
    }

    @Override
    public String toString() {
        return value;
    }
}
