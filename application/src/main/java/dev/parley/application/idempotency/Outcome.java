package dev.parley.application.idempotency;

/**
 * What came of work that is done once.
 *
 * @param <T> what the work makes
 */
public sealed interface Outcome<T> {

    /** The work was done now. */
    record Made<T>(T value) implements Outcome<T> {}

    /**
     * The work was done by an earlier request with the same key.
     *
     * @param snapshot what it made, as it was then
     */
    record Repeated<T>(String snapshot) implements Outcome<T> {}
}
