package dev.parley.assistant.openai;

import com.openai.core.http.HttpResponse;
import com.openai.errors.InternalServerException;
import com.openai.errors.OpenAIException;
import com.openai.errors.OpenAIIoException;
import com.openai.errors.OpenAIServiceException;
import com.openai.errors.RateLimitException;
import dev.parley.application.shared.Secrets;
import dev.parley.assistant.stream.StreamException;
import dev.parley.domain.shared.Text;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Why a provider did not answer. The cause holds what it said about that, which is for the log alone. */
final class ModelFailed extends RuntimeException {

    private static final int SHOWN_LENGTH = 300;
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

    /** The connection broke, or was broken by whoever no longer wants the answer. */
    static ModelFailed of(IOException failure) {
        return new ModelFailed(
                Thread.currentThread().isInterrupted() ? Reason.INTERRUPTED : Reason.CONNECTION, failure);
    }

    /** The answer cannot be read. */
    static ModelFailed of(StreamException failure) {
        return new ModelFailed(reason(failure), failure);
    }

    /** The answer cannot be read, and the log shows the beginning of what came instead of one, without secrets. */
    static ModelFailed of(StreamException failure, HttpResponse response, Secrets secrets) {
        String type = String.join(", ", response.headers().values("Content-Type"));
        String text = secrets.hideIn(String.valueOf(failure.getMessage()));
        return new ModelFailed(
                reason(failure),
                new IOException(
                        "the provider answered %d, %s: %s"
                                .formatted(
                                        response.statusCode(),
                                        type.isEmpty() ? "without a content type" : type,
                                        Text.cut(text, SHOWN_LENGTH)),
                        failure.getCause()));
    }

    private static Reason reason(StreamException failure) {
        return switch (failure.kind()) {
            case ERROR -> Reason.ERROR_IN_STREAM;
            case UNREADABLE -> Reason.UNREADABLE;
            case TRUNCATED -> Reason.TRUNCATED;
        };
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
