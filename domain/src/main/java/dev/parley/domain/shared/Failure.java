package dev.parley.domain.shared;

import org.jspecify.annotations.Nullable;

/**
 * A refusal or failure with a stable code. Its words are written for the client and hold nothing internal.
 *
 * <p>Refusals carry no stack trace: they are answers, not defects, and a client can cause any number of them.
 */
public class Failure extends RuntimeException {

    private final ErrorCode error;
    private final LocalizedText words;

    /** Makes a refusal: a business answer, with neither cause nor stack trace. */
    public Failure(ErrorCode error, Object... arguments) {
        this(error, error.text(arguments));
    }

    /** Makes a refusal whose words are not its error's own. */
    protected Failure(ErrorCode error, LocalizedText words) {
        super(words.toString(), null, false, false);
        this.error = error;
        this.words = words;
    }

    /** Makes a failure of the machinery, with its stack trace and, where there is one, its cause. */
    protected Failure(ErrorCode error, @Nullable Throwable cause) {
        super(error.english(), cause);
        this.error = error;
        this.words = error.text();
    }

    /** A refusal in the words of whoever decided it, which are not translated. */
    public static Failure because(ErrorCode error, String reason) {
        return new Failure(error, LocalizedText.verbatim(reason));
    }

    /** What is wrong. */
    public final ErrorCode error() {
        return error;
    }

    /** Whether this is wrong. */
    public final boolean is(ErrorCode other) {
        return error.equals(other);
    }

    /** What sort of failure this is. */
    public final FailureKind kind() {
        return error.kind();
    }

    /** The stable, machine-readable code, in upper snake case. */
    public final String code() {
        return error.code();
    }

    /** What is told to the client, in any language; the exception's own message is in English. */
    public final LocalizedText words() {
        return words;
    }
}
