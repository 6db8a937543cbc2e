package dev.parley.domain.shared;

import java.util.List;

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
    public InvalidRequest(String field, LocalizedText problem) {
        super(FailureKind.INVALID, "INVALID_REQUEST", new LocalizedText("{0} {1}", List.of(field, problem)));
        this.field = field;
        this.problem = problem;
    }

    /** The same problem, of a field that stands inside another. */
    public InvalidRequest within(String outer) {
        return new InvalidRequest(outer + "." + field, problem);
    }

    /** The path of the refused field. */
    public String field() {
        return field;
    }
}
