package dev.parley.web.http;

/**
 * What a success looks like.
 *
 * @param success always true
 */
public record Envelope<T>(boolean success, T data) {

    /** A success with its data. */
    public static <T> Envelope<T> of(T data) {
        return new Envelope<>(true, data);
    }
}
