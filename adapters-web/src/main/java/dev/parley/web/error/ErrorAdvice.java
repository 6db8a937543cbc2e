package dev.parley.web.error;

import dev.parley.application.shared.Language;
import dev.parley.domain.shared.Failure;
import dev.parley.web.http.AcceptedLanguage;
import dev.parley.web.http.RequestLog;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.converter.HttpMessageNotWritableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.util.DisconnectedClientHelper;
import tools.jackson.core.JacksonException;

/** The one place where what a controller threw becomes an answer. */
@Hidden
@RestControllerAdvice
final class ErrorAdvice {

    private static final Logger log = LoggerFactory.getLogger(ErrorAdvice.class);

    private final HttpErrors refusals;

    ErrorAdvice(HttpErrors refusals) {
        this.refusals = refusals;
    }

    @ExceptionHandler
    @Nullable ResponseEntity<Object> answer(Exception thrown, HttpServletRequest request, HttpServletResponse response) {
        if (isClientGone(thrown, response)) {
            log.debug("The client is gone", thrown);
            return null;
        }
        if (response.isCommitted()) {
            refusal(thrown);
            FilterFailures.breakOff(request);
            return null;
        }
        response.resetBuffer();
        return answer(refusal(thrown), request);
    }

    static ResponseEntity<Object> answer(HttpError refusal, HttpServletRequest request) {
        RequestLog.limitedBy(request, refusal.setting());
        Language language = AcceptedLanguage.spoken(request);
        return ResponseEntity.status(refusal.status())
                .headers(headers -> refusal.headers().forEach(headers::set))
                .header(HttpHeaders.CONTENT_LANGUAGE, language.locale().toLanguageTag())
                .contentType(MediaType.APPLICATION_JSON)
                .body(ErrorBody.of(refusal, language, request));
    }

    /**
     * A body that ends early looks alike, but is read before the answer begins, and its client may wait for a refusal. So
     * does a connection of the database that breaks while an answer is written.
     */
    private static boolean isClientGone(Exception thrown, HttpServletResponse response) {
        return thrown instanceof AsyncRequestNotUsableException
                || (response.isCommitted()
                        && failureIn(thrown).isEmpty()
                        && DisconnectedClientHelper.isClientDisconnectedException(thrown));
    }

    private HttpError refusal(Exception thrown) {
        return switch (thrown) {
            case HttpMessageNotWritableException e ->
                refusals.of(failureIn(e).<Throwable>map(failure -> failure).orElse(e));
            case HttpMessageNotReadableException e -> UnreadableJson.of(e);
            case JacksonException e -> UnreadableJson.of(e);
            case HttpRequestMethodNotSupportedException e -> RequestProblems.of(e);
            case HttpMediaTypeNotSupportedException e -> RequestProblems.NOT_JSON;
            case HttpMediaTypeNotAcceptableException e -> RequestProblems.of(e);
            case MethodArgumentTypeMismatchException e -> RequestProblems.of(e);
            case MissingServletRequestParameterException e -> RequestProblems.of(e);
            case ErrorResponse e ->
                refusal(thrown, HttpStatus.valueOf(e.getStatusCode().value()));
            default -> refusals.of(thrown);
        };
    }

    /** What failed while an answer was written, such as reading more of it from the database. */
    private static Optional<Failure> failureIn(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .filter(Failure.class::isInstance)
                .map(Failure.class::cast)
                .findFirst();
    }

    private HttpError refusal(Exception thrown, HttpStatus status) {
        return status.is4xxClientError() ? RequestProblems.of(status) : refusals.of(thrown);
    }
}
