package dev.parley.domain.shared;

import java.util.function.Supplier;

/** A value that breaks a rule of form; names the field. */
public final class InvalidRequest extends Failure {

    private final String field;
    private final LocalizedText problem;

    /**
     * Refuses a field.
     *
     * @param field the field's path as the client wrote it, such as {@code message.content[0].text}
     * @param problem what is wrong with it, as the end of a sentence that begins with the field's name
     */
    public InvalidRequest(String field, ErrorCode problem, Object... arguments) {
        this(field, problem, problem.text(arguments));
    }

    private InvalidRequest(String field, ErrorCode error, LocalizedText problem) {
        super(error, FieldError.INVALID_REQUEST.text(field, problem));
        this.field = field;
        this.problem = problem;
    }

    /** The same problem, of a field that stands inside another. */
    public InvalidRequest within(String outer) {
        return new InvalidRequest(outer + "." + field, error(), problem);
    }

    /** Does something with a value that stands inside another field; what it refuses of the value has the whole path. */
    public static <T> T within(String outer, Supplier<T> action) {
        try {
            return action.get();
        } catch (InvalidRequest e) {
            throw e.within(outer);
        }
    }

    /** The path of the refused field. */
    public String field() {
        return field;
    }
}
