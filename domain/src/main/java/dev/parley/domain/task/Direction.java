package dev.parley.domain.task;

/** Which end of an order comes first. */
public enum Direction {
    /** The least first. */
    ASC,
    /** The greatest first. */
    DESC;

    /**
     * Reads a direction.
     *
     * @throws dev.parley.domain.shared.InvalidRequest if the text is neither {@code asc} nor {@code desc}
     */
    public static Direction of(String text) {
        return EnumParser.of("order", text, values());
    }
}
