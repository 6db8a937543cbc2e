package dev.parley.assistant.openai;

import com.openai.errors.InternalServerException;
import com.openai.errors.OpenAIException;
import com.openai.errors.OpenAIIoException;
import com.openai.errors.OpenAIServiceException;
import com.openai.errors.RateLimitException;
import com.openai.errors.SseException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Why a provider did not answer. The cause holds what it said about that, which is for the log alone. */
final class ModelFailed extends RuntimeException {

    private static final Set<Integer> CONTENT_REFUSED = Set.of(400, 413, 415, 422);

    private final Reason reason;
    private final @Nullable Duration retryAfter;

    ModelFailed(Reason reason, @Nullable Throwable cause) {
        this(reason, null, cause);
    }

    private ModelFailed(Reason reason, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super("the model failed: " + reason.tag(), cause);
        this.reason = reason;
        this.retryAfter = retryAfter;
    }

    /** What the client library means. */
    static ModelFailed of(OpenAIException failure) {
        return new ModelFailed(reason(failure), RetryAfter.of(failure).orElse(null), failure);
    }

    Reason reason() {
        return reason;
    }

    /** How long the provider wants to be left alone, if it said so. */
    Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** Whether the provider does not take what it was asked with: too long, of the wrong kind, or broken. */
    boolean isAboutContent() {
        return getCause() instanceof OpenAIServiceException answered && CONTENT_REFUSED.contains(answered.statusCode());
    }

    private static Reason reason(OpenAIException failure) {
        if (Thread.currentThread().isInterrupted()) {
            return Reason.INTERRUPTED;
        }
        return switch (failure) {
            case SseException e -> Reason.ERROR_IN_STREAM;
            case RateLimitException e -> Reason.RATE_LIMITED;
            case InternalServerException e -> Reason.UNAVAILABLE;
            case OpenAIServiceException e -> Reason.REFUSED;
            case OpenAIIoException e -> Reason.CONNECTION;
            default -> Reason.UNREADABLE;
        };
    }

    /** What went wrong, as it is counted. */
    enum Reason {
        /** Nobody wants the answer any longer. */
        INTERRUPTED(false),
        /** The answer did not begin in time. */
        FIRST_TOKEN_TIMEOUT(false),
        /** The answer paused for too long. */
        IDLE_TIMEOUT(false),
        /** The answer ended without saying that it does. */
        TRUNCATED(false),
        /** The provider reported an error where the answer should have been. */
        ERROR_IN_STREAM(false),
        /** Status 429. */
        RATE_LIMITED(true),
        /** Status 500 to 599. */
        UNAVAILABLE(true),
        /** Any other status that is no success. */
        REFUSED(false),
        /** The connection could not be made, or broke. */
        CONNECTION(true),
        /** The provider speaks another language. */
        UNREADABLE(false);

        private final boolean passing;

        Reason(boolean passing) {
            this.passing = passing;
        }

        /** Whether the same request may well succeed soon. */
        boolean isPassing() {
            return passing;
        }

        String tag() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
