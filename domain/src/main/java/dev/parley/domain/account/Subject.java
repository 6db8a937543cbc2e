package dev.parley.domain.account;

import dev.parley.domain.shared.FieldError;
import dev.parley.domain.shared.InvalidRequest;
import dev.parley.domain.shared.Text;

/** What whoever vouches for an account calls its owner: the subject of a token that names no issuer. */
public record Subject(String value) {

    /** The longest subject, in UTF-16 units; a token's may be as long. */
    private static final int MAXIMUM_LENGTH = 1024;

    /**
     * Reads a subject.
     *
     * @param field the field's path as the client wrote it
     * @throws InvalidRequest if it is blank, longer than 1024 UTF-16 units or not storable
     */
    public static Subject of(String field, String text) {
        Text.storable(field, text);
        if (text.isBlank() || text.length() > MAXIMUM_LENGTH) {
            throw new InvalidRequest(field, FieldError.MUST_HAVE_CHARACTERS_AND_NOT_BE_BLANK, MAXIMUM_LENGTH);
        }
        return new Subject(text);
    }

    @Override
    public String toString() {
        return value;
    }
}
