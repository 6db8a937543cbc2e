package dev.parley.web.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.domain.access.ClientSession;
import dev.parley.domain.run.Requester;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.jwt.Jwt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes requesters: of a token, the claims that a setting lists; of a client's session, the variables of its opener. */
public final class RequesterClaims {

    /** The most bytes of a requester's claims together; those that do not fit are left out. */
    static final int MAXIMUM_BYTES = 8 * 1024;

    private static final Logger log = LoggerFactory.getLogger(RequesterClaims.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<String> names;
    private final Set<String> leftOut = ConcurrentHashMap.newKeySet();

    /** Takes the claims of these names, of which the first are kept where not all of them fit. */
    public RequesterClaims(List<String> names) {
        this.names = List.copyOf(names);
    }

    Requester of(Jwt token) {
        return new Requester(
                Objects.requireNonNull(token.getSubject(), "a token without subject is refused before"),
                Objects.requireNonNullElse(token.getClaimAsString("iss"), ""),
                claims(token),
                Map.of());
    }

    Requester of(ClientSession session) {
        String variables = session.workflow().stateVariables();
        return new Requester(
                session.subject().value(),
                "",
                Map.of(),
                variables == null ? Map.of() : texts(JSON.readTree(variables)));
    }

    private Map<String, String> claims(Jwt token) {
        Map<String, String> claims = new LinkedHashMap<>();
        int left = MAXIMUM_BYTES;
        for (String name : names) {
            if (token.hasClaim(name)) {
                String value = text(JSON.valueToTree(token.getClaim(name)));
                int bytes = bytes(name) + bytes(value);
                if (bytes <= left) {
                    left -= bytes;
                    claims.put(name, value);
                } else if (leftOut.add(name)) {
                    log.warn("The claim {} of tokens is left out: claims have more than {} bytes", name, MAXIMUM_BYTES);
                }
            }
        }
        return claims;
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new LinkedHashMap<>();
        object.properties().forEach(property -> texts.put(property.getKey(), text(property.getValue())));
        return texts;
    }

    private static String text(JsonNode value) {
        return value.isString() ? value.asString() : value.toString();
    }

    private static int bytes(String text) {
        return text.getBytes(UTF_8).length;
    }
}
