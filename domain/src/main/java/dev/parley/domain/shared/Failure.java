package dev.parley.domain.shared;

import org.jspecify.annotations.Nullable;

/**
 * A refusal or failure with a stable code. Its words are written for the client and hold nothing internal.
 *
 * <p>Refusals carry no stack trace: they are answers, not defects, and a client can cause any number of them.
 */
public abstract class Failure extends RuntimeException {

    private final FailureKind kind;
    private final String code;
    private final LocalizedText words;

    /** Makes a refusal: a business answer, with neither cause nor stack trace. */
    protected Failure(FailureKind kind, String code, LocalizedText words) {
        super(words.toString(), null, false, false);
        this.kind = kind;
        this.code = code;
        this.words = words;
    }

    /** Makes a failure of the machinery, with its stack trace and, where there is one, its cause. */
    protected Failure(FailureKind kind, String code, LocalizedText words, @Nullable Throwable cause) {
        super(words.toString(), cause);
        this.kind = kind;
        this.code = code;
        this.words = words;
    }

    /** What sort of failure this is. */
    public final FailureKind kind() {
        return kind;
    }

    /** The stable, machine-readable code, in upper snake case. */
    public final String code() {
        return code;
    }

    /** What is told to the client, in any language; the exception's own message is in English. */
    public final LocalizedText words() {
        return words;
    }
}
