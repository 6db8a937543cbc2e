package dev.parley.domain.task;

/** What a list of tasks is sorted by. */
public enum TaskSort {
    /** When they were added. */
    CREATED,
    /** When they last changed. */
    UPDATED,
    /** Their titles, without case and by code points. */
    TITLE,
    /** Their priorities. */
    PRIORITY;

    /**
     * Reads a sort.
     *
     * @throws dev.parley.domain.shared.InvalidRequest if the text is none of {@code created}, {@code updated},
     *     {@code title} and {@code priority}
     */
    public static TaskSort of(String text) {
        return EnumParser.of("sort", text, values());
    }

    /** The direction that is meant where none is named: titles from A, all else from the newest and the most urgent. */
    public Direction naturalDirection() {
        return this == TITLE ? Direction.ASC : Direction.DESC;
    }
}
