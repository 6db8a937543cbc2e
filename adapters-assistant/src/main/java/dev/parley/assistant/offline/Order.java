package dev.parley.assistant.offline;

/** What users can order. The groups of its forms say the rest; those without them have a user asked for it. */
enum Order {
    /** The groups {@code priority} and {@code description}. */
    ADD,
    /** The groups {@code title} and {@code priority}. */
    PRIORITIZE,
    /** The group {@code title}. */
    COMPLETE,
    /** The group {@code title}. */
    REOPEN,
    /** No groups: it is not said as what. */
    MARK,
    /** The group {@code title}. */
    DELETE,
    /** The group {@code titles}, the old one and the new one. */
    RENAME,
    /** The groups {@code title} and {@code tags}. */
    TAG,
    /** No groups. */
    LIST_TAGS,
    /** No groups. */
    LIST_PENDING,
    /** The group {@code which}. */
    LIST,
    /** The group {@code text}. */
    SEARCH
}
