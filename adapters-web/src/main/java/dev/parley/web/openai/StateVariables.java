package dev.parley.web.openai;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.domain.shared.InvalidRequest;
import dev.parley.domain.shared.Text;
import dev.parley.web.request.RequestError;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * State variables of a workflow: a JSON object of at most 64 primitive values and 64 KiB, with names of at most 64 characters.
 */
final class StateVariables {

    private static final int MOST = 64;
    private static final int LONGEST_NAME = 64;
    private static final int MOST_BYTES = 64 * 1024;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private StateVariables() {}

    /**
     * The variables as JSON text; null where there are none.
     *
     * @throws InvalidRequest if they are not what state variables have to be
     */
    static @Nullable String text(String field, @Nullable JsonNode variables) {
        if (variables == null || variables.isNull()) {
            return null;
        }
        if (!variables.isObject() || variables.size() > MOST) {
            throw new InvalidRequest(field, HostedError.MUST_HAVE_AT_MOST_VALUES, MOST);
        }
        variables.properties().forEach(variable -> check(field, variable));
        String text = JSON.writeValueAsString(variables);
        if (text.getBytes(UTF_8).length > MOST_BYTES) {
            throw new InvalidRequest(field, RequestError.MUST_HAVE_AT_MOST_64_KIB);
        }
        return text;
    }

    /** The variables of a text that {@link #text} made. */
    static @Nullable JsonNode read(@Nullable String text) {
        return text == null ? null : JSON.readTree(text);
    }

    private static void check(String field, Map.Entry<String, JsonNode> variable) {
        Text.storable(field, variable.getKey());
        if (variable.getKey().length() > LONGEST_NAME) {
            throw new InvalidRequest(field, HostedError.MUST_HAVE_NAMES_OF_AT_MOST, LONGEST_NAME);
        }
        JsonNode value = variable.getValue();
        if (!value.isString() && !value.isNumber() && !value.isBoolean()) {
            throw new InvalidRequest(field, HostedError.MUST_HAVE_SCALAR_VALUES);
        }
        if (value.isString()) {
            Text.storable(field, value.asString());
        }
    }
}
