package dev.parley.domain.task;

import dev.parley.domain.shared.FieldError;
import dev.parley.domain.shared.InvalidRequest;
import dev.parley.domain.shared.Text;

/** What is to be done, in a few words. */
public record TaskTitle(String value) {

    private static final int MAXIMUM_LENGTH = 200;

    /**
     * Reads a title, without the space around it.
     *
     * @throws InvalidRequest if it is blank, longer than 200 characters (code points) or not storable
     */
    public static TaskTitle of(String text) {
        String title = Text.storable("title", text).strip();
        if (Text.isBlank(title)) {
            throw new InvalidRequest("title", FieldError.MUST_NOT_BE_BLANK);
        }
        if (Text.length(title) > MAXIMUM_LENGTH) {
            throw new InvalidRequest("title", FieldError.HAS_TOO_MANY_CHARACTERS, 200, Text.length(title));
        }
        return new TaskTitle(title);
    }

    @Override
    public String toString() {
        return value;
    }
}
