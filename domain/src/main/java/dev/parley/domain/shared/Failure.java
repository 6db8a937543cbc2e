package dev.parley.domain.shared;

import org.jspecify.annotations.Nullable;

/**
 * A refusal or failure with a stable code. Its message is written for the client and holds nothing internal.
 *
 * <p>Refusals carry no stack trace: they are answers, not defects, and a client can cause any number of them.
 */
public abstract class Failure extends RuntimeException {

    private final FailureKind kind;
    private final String code;

    /** Makes a refusal: a business answer, with neither cause nor stack trace. */
    protected Failure(FailureKind kind, String code, String message) {
        super(message, null, false, false);
        this.kind = kind;
        this.code = code;
    }

    /** Makes a failure of the machinery, with its stack trace and, where there is one, its cause. */
    protected Failure(FailureKind kind, String code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.code = code;
    }

    /** What sort of failure this is. */
    public final FailureKind kind() {
        return kind;
    }

    /** The stable, machine-readable code, in upper snake case. */
    public final String code() {
        return code;
    }

    /** The message for the client; never null. */
    public final String clientMessage() {
        return String.valueOf(getMessage());
    }
}
