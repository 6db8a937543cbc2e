package dev.parley.domain.shared;

/** How much may be asked for at a time. */
public final class PageSize {

    /** The most that a page holds. */
    public static final int MAXIMUM = 100;

    private PageSize() {}

    /**
     * Returns the limit, if a page may be so long.
     *
     * @throws InvalidRequest if it is not from 1 to 100
     */
    public static int checked(int limit) {
        if (limit < 1 || limit > MAXIMUM) {
            throw new InvalidRequest("limit", FieldError.MUST_BE_FROM_1_TO, MAXIMUM);
        }
        return limit;
    }
}
