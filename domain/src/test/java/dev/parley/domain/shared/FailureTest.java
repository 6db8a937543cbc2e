package dev.parley.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.account.AccountError;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.run.RunError;
import dev.parley.domain.run.RunId;
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
                        new InvalidRequest("title", FieldError.IS_MISSING), "INVALID_REQUEST", FailureKind.INVALID),
                Arguments.of(new Failure(ConversationError.EMPTY_MESSAGE), "EMPTY_MESSAGE", FailureKind.INVALID),
                Arguments.of(
                        new Failure(ConversationError.MESSAGE_TOO_LONG, 5, 6), "MESSAGE_TOO_LONG", FailureKind.INVALID),
                Arguments.of(new Failure(AccountError.INVALID_EMAIL), "VALIDATION_ERROR", FailureKind.INVALID),
                Arguments.of(
                        new Failure(AccountError.INVALID_CREDENTIALS),
                        "INVALID_CREDENTIALS",
                        FailureKind.UNAUTHENTICATED),
                Arguments.of(new Failure(ConversationError.FORBIDDEN), "FORBIDDEN", FailureKind.FORBIDDEN),
                Arguments.of(
                        new Failure(ConversationError.SESSION_NOT_FOUND), "SESSION_NOT_FOUND", FailureKind.NOT_FOUND),
                Arguments.of(
                        new Failure(ConversationError.THREAD_NOT_FOUND), "THREAD_NOT_FOUND", FailureKind.NOT_FOUND),
                Arguments.of(new Failure(AccountError.DUPLICATE_EMAIL), "DUPLICATE_EMAIL", FailureKind.CONFLICT),
                Arguments.of(aRunInProgress(), "RUN_IN_PROGRESS", FailureKind.CONFLICT),
                Arguments.of(new Failure(RunError.RUN_NOT_FOUND), "RUN_NOT_FOUND", FailureKind.NOT_FOUND),
                Arguments.of(new Failure(RunError.RUN_LOG_EXPIRED), "RUN_LOG_EXPIRED", FailureKind.GONE),
                Arguments.of(new Failure(AccountError.STORAGE_QUOTA, 10), "STORAGE_QUOTA", FailureKind.LIMIT),
                Arguments.of(new Failure(RunError.RUN_QUEUE_FULL, 10), "RUN_QUEUE_FULL", FailureKind.LIMIT),
                Arguments.of(new Failure(ConversationError.SESSION_LIMIT, 10), "SESSION_LIMIT", FailureKind.LIMIT),
                Arguments.of(new Failure(ConversationError.MESSAGE_LIMIT, 100), "MESSAGE_LIMIT", FailureKind.LIMIT));
    }

    @Test
    void aRefusalCostsNoStackTrace() {
        assertThat(new Failure(ConversationError.SESSION_NOT_FOUND).getStackTrace())
                .isEmpty();
    }

    @Test
    void anInvalidRequestNamesItsField() {
        InvalidRequest refusal = new InvalidRequest("title", FieldError.MUST_NOT_BE_BLANK);

        assertThat(refusal.field()).isEqualTo("title");
        assertThat(refusal.words().toString()).isEqualTo("title must not be blank");
    }

    private static Failure aRunInProgress() {
        return new Failure(RunError.RUN_IN_PROGRESS, new RunId(UUID.randomUUID()));
    }
}
