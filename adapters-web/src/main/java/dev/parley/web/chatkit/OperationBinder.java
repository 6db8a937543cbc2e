package dev.parley.web.chatkit;

import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.InvalidRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Binds requests to operations. */
@Component
final class OperationBinder {

    private static final String PARAMS = "params";

    private final JsonMapper json;

    OperationBinder(JsonMapper json) {
        this.json = json;
    }

    /**
     * Reads and checks a request.
     *
     * @throws InvalidRequest naming the field that is invalid
     * @throws Failure ATTACHMENT_NOT_FOUND if an attachment's id is none
     * @throws JacksonException if a field has the wrong type
     */
    ChatKitOperation bind(ChatKitRequest request) {
        Class<?> type = ChatKitOperation.TYPES.get(Params.required("type", request.type()));
        if (type == null) {
            throw new InvalidRequest("type", ChatKitError.NAMES_NO_OPERATION);
        }
        checkObject("metadata", request.metadata());
        JsonSlice params = Params.required(PARAMS, request.params());
        checkObject(PARAMS, params);
        try {
            return json.readerFor(type)
                    .without(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .readValue(request.bytes().value(), params.offset(), params.length());
        } catch (InvalidRequest e) {
            throw e.within(PARAMS);
        } catch (JacksonException e) {
            throw refusal(e);
        }
    }

    private static RuntimeException refusal(JacksonException e) {
        if (e.getCause() instanceof InvalidRequest invalid) {
            return invalid.within(PARAMS);
        }
        return e.getCause() instanceof Failure failure ? failure : e.prependPath(ChatKitRequest.class, PARAMS);
    }

    private static void checkObject(String field, @Nullable JsonSlice value) {
        if (value != null && !value.isObject()) {
            throw new InvalidRequest(field, ChatKitError.MUST_BE_AN_OBJECT);
        }
    }
}
