package dev.parley.domain.access;

/** What has become of a client session. */
public enum ClientSessionStatus {
    /** Its secret is taken. */
    ACTIVE,
    /** Its time is over. */
    EXPIRED,
    /** It was cancelled before its time was over. */
    CANCELLED
}
