package dev.parley.domain.shared;

/** What sort of refusal or failure a {@link Failure} is, told without any transport's words. */
public enum FailureKind {
    /** The request breaks a rule of form. */
    INVALID,
    /** The caller is not known. */
    UNAUTHENTICATED,
    /** The caller is known and not allowed. */
    FORBIDDEN,
    /** What was named does not exist. */
    NOT_FOUND,
    /** What was named existed, and does not any longer. */
    GONE,
    /** The state of what was named does not allow it now. */
    CONFLICT,
    /** The request is well formed and contradicts an earlier one. */
    UNPROCESSABLE,
    /** A quota or rate is used up. */
    LIMIT,
    /** Something that Parley itself depends on, such as its database, cannot serve now. */
    UNAVAILABLE,
    /** The assistant behind Parley failed. */
    UPSTREAM,
    /** A defect of Parley. */
    INTERNAL
}
