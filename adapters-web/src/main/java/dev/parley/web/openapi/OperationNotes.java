package dev.parley.web.openapi;

import dev.parley.application.shared.SystemError;
import dev.parley.domain.account.AccountError;
import dev.parley.domain.idempotency.IdempotencyError;
import dev.parley.domain.shared.ErrorCode;
import dev.parley.domain.shared.FieldError;
import dev.parley.web.error.ErrorEnvelope;
import dev.parley.web.error.HttpError;
import dev.parley.web.idempotency.IdempotentRequest;
import dev.parley.web.idempotency.KeyHeader;
import dev.parley.web.request.RequestError;
import dev.parley.web.schema.Forms;
import dev.parley.web.schema.WireSchemas;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;

/** Adds to each operation its examples and all the refusals that it may answer with. */
final class OperationNotes implements OperationCustomizer {

    private static final String JSON = org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
    private static final String OK = "200";
    private static final String EVENTS = org.springframework.http.MediaType.TEXT_EVENT_STREAM_VALUE;
    /** Any request may be sent by a page that may not, be unreadable, or have a body that is too long or comes too slowly. */
    private static final Set<ErrorCode> OF_ALL = Set.of(
            FieldError.INVALID_REQUEST,
            RequestError.ORIGIN_NOT_ALLOWED,
            RequestError.REQUEST_TIMEOUT,
            RequestError.REQUEST_TOO_LARGE,
            RequestError.NOT_ACCEPTABLE,
            RequestError.RATE_LIMITED,
            SystemError.INTERNAL_ERROR,
            SystemError.SERVICE_UNAVAILABLE);

    private static final Set<ErrorCode> OF_KEYED = Set.of(
            FieldError.INVALID_REQUEST,
            IdempotencyError.IDEMPOTENCY_KEY_IN_USE,
            IdempotencyError.IDEMPOTENCY_KEY_REUSED,
            AccountError.STORAGE_QUOTA);

    private static final Parameter KEY = new HeaderParameter()
            .name(KeyHeader.NAME)
            .description(
                    "A name for this request, 1 to 255 visible ASCII characters. Sent again with the same key within 24"
                            + " hours, the request is not done again: it is answered as the first time, with the header"
                            + " Idempotency-Replayed: true.")
            .example("8e03978e-40d5-43e8-bc93-6894a57f9324")
            .schema(WireSchemas.typed("string").pattern(Forms.IDEMPOTENCY_KEY));

    private final Examples examples;

    OperationNotes(Examples examples) {
        this.examples = examples;
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        addExamples(operation, examples.of(operation.getOperationId()));
        if (takesKey(method)) {
            operation.addParametersItem(KEY);
        }
        errors(operation, method).stream()
                .collect(Collectors.groupingBy(HttpError::status))
                .forEach((status, errors) -> operation.getResponses().addApiResponse(code(status), response(errors)));
        return operation;
    }

    private static void addExamples(Operation operation, Examples.Example example) {
        if (operation.getRequestBody() != null) {
            operation.getRequestBody().getContent().values().forEach(type -> type.setExample(example.request()));
        }
        operation.getResponses().forEach((status, response) -> {
            if (response.getContent() == null) {
                response.setContent(new Content().addMediaType(EVENTS, new MediaType()));
            }
            addExamples(response.getContent(), status, example);
        });
    }

    /** Only an answer that goes on is a stream; one of a run in the background is not. */
    private static void addExamples(Content content, String status, Examples.Example example) {
        content.forEach((type, described) -> described.setExample(example.response()));
        if (content.containsKey(EVENTS)) {
            content.addMediaType(
                    EVENTS,
                    new MediaType()
                            .schema(new JsonSchema().$ref(StreamDescription.RUN_EVENT))
                            .example(example.events()));
        }
        if (!status.equals(OK)) {
            content.remove(EVENTS);
        }
    }

    private static boolean takesKey(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType() == IdempotentRequest.class);
    }

    private static List<ErrorCode> errors(Operation operation, HandlerMethod method) {
        Set<ErrorCode> errors = new HashSet<>(OF_ALL);
        boolean isOpen =
                operation.getSecurity() != null && operation.getSecurity().isEmpty();
        if (!isOpen) {
            errors.add(RequestError.UNAUTHORIZED);
            errors.add(RequestError.TOKEN_DOES_NOT_ALLOW);
        }
        Errors named = method.getMethodAnnotation(Errors.class);
        if (named != null) {
            ErrorCatalogue.of(named).forEach(errors::add);
        }
        if (takesKey(method)) {
            errors.addAll(OF_KEYED);
        }
        return ErrorCatalogue.inOrder(errors);
    }

    private static ApiResponse response(List<ErrorCode> errors) {
        MediaType json = new MediaType().schema(new Schema<>().$ref(ErrorEnvelope.class.getSimpleName()));
        errors.forEach(error ->
                json.addExamples(error.code(), new io.swagger.v3.oas.models.examples.Example().value(example(error))));
        return new ApiResponse()
                .description(errors.stream().map(ErrorCode::code).distinct().collect(Collectors.joining(", ")))
                .content(new Content().addMediaType(JSON, json));
    }

    private static Object example(ErrorCode error) {
        return Map.of(
                "success",
                false,
                "error",
                Map.of(
                        "code",
                        error.code(),
                        "message",
                        ErrorCatalogue.example(error),
                        "request_id",
                        "5f3c9a0e8b7d46f2a1c0e9d8b7a69584"));
    }

    private static String code(HttpStatus status) {
        return Integer.toString(status.value());
    }
}
