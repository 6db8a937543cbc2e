package dev.parley.web.chatkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.application.idempotency.IdempotencyKeys;
import dev.parley.application.idempotency.Once;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.idempotency.Claim;
import dev.parley.domain.idempotency.Fingerprint;
import dev.parley.domain.idempotency.IdempotencyKey;
import dev.parley.domain.run.RunId;
import dev.parley.domain.shared.InvalidRequest;
import dev.parley.domain.shared.Json;
import dev.parley.domain.shared.Words;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lets clients that cannot set headers give their key in a request's metadata. */
@Component
final class KeyedOperations {

    private static final String FIELD = "idempotency_key";

    private final IdempotencyKeys keys;
    private final JsonMapper json;

    KeyedOperations(IdempotencyKeys keys, JsonMapper json) {
        this.keys = keys;
        this.json = json;
    }

    /**
     * What begins a run once for the key in the metadata; empty where there is none.
     *
     * @throws InvalidRequest if it is no key
     */
    Optional<Once<RunId>> once(AccountId caller, ChatKitRequest request) {
        return key(request).map(key -> keys.once(new Claim(caller, key, fingerprint(request)), RunId::toString));
    }

    private Optional<IdempotencyKey> key(ChatKitRequest request) {
        Json metadata = request.metadata();
        if (metadata == null) {
            return Optional.empty();
        }
        JsonNode key = json.readTree(metadata.text()).path(FIELD);
        if (key.isMissingNode() || key.isNull()) {
            return Optional.empty();
        }
        if (!key.isString()) {
            throw new InvalidRequest("metadata." + FIELD, Words.of("must be a string"));
        }
        return Optional.of(IdempotencyKey.of("metadata." + FIELD, key.asString()));
    }

    private static Fingerprint fingerprint(ChatKitRequest request) {
        return Fingerprint.of(
                "chatkit " + request.type(), String.valueOf(request.params()).getBytes(UTF_8));
    }
}
