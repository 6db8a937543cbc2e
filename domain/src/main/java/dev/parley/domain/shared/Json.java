package dev.parley.domain.shared;

/**
 * A JSON value (RFC 8259) that means nothing to Parley: passed on as it came, to the byte.
 *
 * @param text well-formed JSON; whoever makes the value has seen to that
 */
public record Json(String text) {

    /** The value {@code null}. */
    public static final Json NULL = new Json("null");

    /** The object without members. */
    public static final Json EMPTY_OBJECT = new Json("{}");

    @Override
    public String toString() {
        return text;
    }
}
