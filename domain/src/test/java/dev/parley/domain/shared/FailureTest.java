package dev.parley.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.account.DuplicateEmail;
import dev.parley.domain.account.InvalidAccount;
import dev.parley.domain.account.InvalidCredentials;
import dev.parley.domain.account.StorageQuotaReached;
import dev.parley.domain.conversation.EmptyMessage;
import dev.parley.domain.conversation.MessageLimitReached;
import dev.parley.domain.conversation.MessageTooLong;
import dev.parley.domain.conversation.NotYourSession;
import dev.parley.domain.conversation.SessionLimitReached;
import dev.parley.domain.conversation.SessionNotFound;
import dev.parley.domain.conversation.ThreadNotFound;
import dev.parley.domain.conversation.UnknownCursor;
import dev.parley.domain.run.RunId;
import dev.parley.domain.run.RunInProgress;
import dev.parley.domain.run.RunLogExpired;
import dev.parley.domain.run.RunNotFound;
import dev.parley.domain.run.RunQueueFull;
import dev.parley.domain.run.UnknownRunCursor;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailureTest {

    @ParameterizedTest
    @MethodSource
    void codeAndKindAreStable(Failure failure, String code, FailureKind kind) {
        assertThat(failure.code()).isEqualTo(code);
        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.words().toString()).isNotBlank();
    }

    static Stream<Arguments> codeAndKindAreStable() {
        return Stream.of(
                Arguments.of(
                        new InvalidRequest("title", LocalizedText.of("is odd")),
                        "INVALID_REQUEST",
                        FailureKind.INVALID),
                Arguments.of(new UnknownCursor(), "INVALID_REQUEST", FailureKind.INVALID),
                Arguments.of(new EmptyMessage(), "EMPTY_MESSAGE", FailureKind.INVALID),
                Arguments.of(new MessageTooLong(5, 6), "MESSAGE_TOO_LONG", FailureKind.INVALID),
                Arguments.of(
                        new InvalidAccount(LocalizedText.of("email is odd")), "VALIDATION_ERROR", FailureKind.INVALID),
                Arguments.of(new InvalidCredentials(), "INVALID_CREDENTIALS", FailureKind.UNAUTHENTICATED),
                Arguments.of(new NotYourSession(), "FORBIDDEN", FailureKind.FORBIDDEN),
                Arguments.of(new SessionNotFound(), "SESSION_NOT_FOUND", FailureKind.NOT_FOUND),
                Arguments.of(new ThreadNotFound(), "THREAD_NOT_FOUND", FailureKind.NOT_FOUND),
                Arguments.of(new DuplicateEmail(), "DUPLICATE_EMAIL", FailureKind.CONFLICT),
                Arguments.of(aRunInProgress(), "RUN_IN_PROGRESS", FailureKind.CONFLICT),
                Arguments.of(new RunNotFound(), "RUN_NOT_FOUND", FailureKind.NOT_FOUND),
                Arguments.of(new RunLogExpired(), "RUN_LOG_EXPIRED", FailureKind.GONE),
                Arguments.of(new UnknownRunCursor(), "INVALID_REQUEST", FailureKind.INVALID),
                Arguments.of(new StorageQuotaReached(10), "STORAGE_QUOTA", FailureKind.LIMIT),
                Arguments.of(new RunQueueFull(10), "RUN_QUEUE_FULL", FailureKind.LIMIT),
                Arguments.of(new SessionLimitReached(10), "SESSION_LIMIT", FailureKind.LIMIT),
                Arguments.of(new MessageLimitReached(100), "MESSAGE_LIMIT", FailureKind.LIMIT));
    }

    @Test
    void aRefusalCostsNoStackTrace() {
        assertThat(new SessionNotFound().getStackTrace()).isEmpty();
    }

    @Test
    void anInvalidRequestNamesItsField() {
        InvalidRequest refusal = new InvalidRequest("title", LocalizedText.of("must not be blank"));

        assertThat(refusal.field()).isEqualTo("title");
        assertThat(refusal.words().toString()).isEqualTo("title must not be blank");
    }

    private static RunInProgress aRunInProgress() {
        return new RunInProgress(new RunId(UUID.randomUUID()));
    }
}
