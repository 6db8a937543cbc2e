package dev.parley.bootstrap.failure;

import org.jspecify.annotations.Nullable;

/** Parley cannot start as it is configured; the message is the sentence that tells its operator why and what to do. */
public final class InvalidConfigurationException extends RuntimeException {

    /** Refuses with a sentence that holds no secret. */
    public InvalidConfigurationException(String sentence) {
        this(sentence, null);
    }

    /** Refuses with a sentence that holds no secret, because of a failure. */
    public InvalidConfigurationException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }

    /** The sentence; never null. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
