package dev.parley.web.chatkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.application.idempotency.Idempotency;
import dev.parley.application.idempotency.IdempotencyKeys;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.idempotency.Claim;
import dev.parley.domain.idempotency.Fingerprint;
import dev.parley.domain.idempotency.IdempotencyKey;
import dev.parley.domain.run.RunId;
import dev.parley.domain.shared.InvalidRequest;
import dev.parley.domain.shared.Json;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Lets clients that cannot set headers give their key in a request's metadata. */
@Component
final class KeyedOperations {

    private static final String FIELD = "idempotency_key";
    private static final int LONGEST_METADATA = 4 * 1024;

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
    Optional<Idempotency<RunId>> once(AccountId caller, ChatKitRequest request) {
        return key(request).map(key -> keys.once(new Claim(caller, key, fingerprint(request)), RunId::toString));
    }

    private Optional<IdempotencyKey> key(ChatKitRequest request) {
        JsonSlice metadata = request.metadata();
        if (metadata == null) {
            return Optional.empty();
        }
        if (metadata.length() > LONGEST_METADATA) {
            throw new InvalidRequest("metadata", ChatKitError.MUST_HAVE_AT_MOST_BYTES, LONGEST_METADATA);
        }
        return Optional.ofNullable(read(request.bytes().value(), metadata).key())
                .map(key -> IdempotencyKey.of("metadata." + FIELD, key));
    }

    private Metadata read(byte[] bytes, JsonSlice metadata) {
        try {
            return json.readerFor(Metadata.class).readValue(bytes, metadata.offset(), metadata.length());
        } catch (JacksonException e) {
            throw e.prependPath(ChatKitRequest.class, "metadata");
        }
    }

    /** Of the params without their white space, which clients may set anew when they send them again. */
    private Fingerprint fingerprint(ChatKitRequest request) {
        JsonSlice params = Params.required("params", request.params());
        Json text = json.readerFor(Json.class).readValue(request.bytes().value(), params.offset(), params.length());
        return Fingerprint.of("chatkit " + request.type(), text.text().getBytes(UTF_8));
    }

    /** What of the metadata is Parley's. */
    private record Metadata(@JsonProperty(FIELD) @Nullable String key) {}
}
