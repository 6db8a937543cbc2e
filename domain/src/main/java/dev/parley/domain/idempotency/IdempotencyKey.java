package dev.parley.domain.idempotency;

import dev.parley.domain.shared.InvalidRequest;

/**
 * A name that a client gives to a request, the same whenever it sends that request again.
 *
 * @param value 1 to 255 visible ASCII characters
 */
public record IdempotencyKey(String value) {

    private static final int MAXIMUM_LENGTH = 255;

    public IdempotencyKey {
        if (!isAllowed(value)) {
            throw new IllegalArgumentException("not a key");
        }
    }

    /**
     * The key that a client has written.
     *
     * @param field where it was written, such as {@code metadata.idempotency_key}
     * @throws InvalidRequest if it has other than 1 to 255 visible ASCII characters
     */
    public static IdempotencyKey of(String field, String text) {
        if (!isAllowed(text)) {
            throw new InvalidRequest(field, IdempotencyError.MUST_HAVE_VISIBLE_ASCII_CHARACTERS, MAXIMUM_LENGTH);
        }
        return new IdempotencyKey(text);
    }

    private static boolean isAllowed(String text) {
        return !text.isEmpty()
                && text.length() <= MAXIMUM_LENGTH
                && text.chars().allMatch(unit -> unit > ' ' && unit <= '~');
    }
}
