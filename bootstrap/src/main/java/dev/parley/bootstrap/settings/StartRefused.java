package dev.parley.bootstrap.settings;

import org.jspecify.annotations.Nullable;

/** Parley cannot start as it is configured; the message is the sentence that tells its operator why and what to do. */
public final class StartRefused extends RuntimeException {

    /** Refuses with a sentence that holds no secret. */
    public StartRefused(String sentence) {
        this(sentence, null);
    }

    /** Refuses with a sentence that holds no secret, because of a failure. */
    public StartRefused(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }

    /** The sentence; never null. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
