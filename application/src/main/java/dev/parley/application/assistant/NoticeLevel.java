package dev.parley.application.assistant;

/** How grave a notice is. */
public enum NoticeLevel {
    /** Good to know. */
    INFO,
    /** Better to know. */
    WARNING,
    /** Bad to miss. */
    DANGER
}
