package dev.parley.domain.shared;

/** A value that breaks a rule of form; names the field. */
public final class InvalidRequest extends Failure {

    private final String field;

    /**
     * Refuses a field.
     *
     * @param field the field's path as the client wrote it, such as {@code message.content[0].text}
     * @param problem what is wrong with it, as the end of a sentence that begins with the field
     */
    public InvalidRequest(String field, String problem) {
        super(FailureKind.INVALID, "INVALID_REQUEST", field + " " + problem);
        this.field = field;
    }

    /** The path of the refused field. */
    public String field() {
        return field;
    }
}
