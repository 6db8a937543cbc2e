package dev.parley.domain.shared;

/** In which order a list is read. */
public enum PageOrder {
    /** What came first comes first. */
    OLDEST_FIRST,
    /** What came last comes first. */
    NEWEST_FIRST
}
