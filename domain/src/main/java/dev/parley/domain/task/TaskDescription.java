package dev.parley.domain.task;

import dev.parley.domain.shared.FieldError;
import dev.parley.domain.shared.InvalidRequest;
import dev.parley.domain.shared.Text;

/**
 * More about a task.
 *
 * @param value empty where there is no more to say
 */
public record TaskDescription(String value) {

    /** The description of a task that needs none. */
    public static final TaskDescription NONE = new TaskDescription("");

    private static final int MAXIMUM_LENGTH = 1000;

    /**
     * Reads a description, without the space around it.
     *
     * @throws InvalidRequest if it is longer than 1000 characters (code points) or not storable
     */
    public static TaskDescription of(String text) {
        String description = Text.storable("description", text).strip();
        if (Text.length(description) > MAXIMUM_LENGTH) {
            throw new InvalidRequest("description", FieldError.HAS_TOO_MANY_CHARACTERS, 1000, Text.length(description));
        }
        return Text.isBlank(description) ? NONE : new TaskDescription(description);
    }

    @Override
    public String toString() {
        return value;
    }
}
