package dev.parley.domain.shared;

import org.jspecify.annotations.Nullable;

/**
 * What is known of an error.
 *
 * @param code null where it is the name of the error's constant
 * @param english for the client; holds nothing internal
 * @param isShownInStream whether users can act on it, so that clients show it to them where a stream was expected
 */
public record ErrorDefinition(FailureKind kind, @Nullable String code, String english, boolean isShownInStream) {

    /** An error whose code is the name of its constant. */
    public static ErrorDefinition error(FailureKind kind, String english) {
        return new ErrorDefinition(kind, null, english, false);
    }

    /**
     * A rule of form that is broken.
     *
     * @param english a sentence; for {@link InvalidRequest} the end of one that begins with the field's path
     */
    public static ErrorDefinition invalid(String english) {
        return error(FailureKind.INVALID, english).withCode("INVALID_REQUEST");
    }

    /** The same error under a code that other errors have too. */
    public ErrorDefinition withCode(String shared) {
        return new ErrorDefinition(kind, shared, english, isShownInStream);
    }

    /** The same error, shown where a stream was expected. */
    public ErrorDefinition shownInStream() {
        return new ErrorDefinition(kind, code, english, true);
    }
}
