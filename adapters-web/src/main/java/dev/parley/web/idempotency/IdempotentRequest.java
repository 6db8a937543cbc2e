package dev.parley.web.idempotency;

import dev.parley.application.idempotency.Idempotency;
import dev.parley.application.idempotency.IdempotencyKeys;
import dev.parley.application.idempotency.Outcome;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.idempotency.Claim;
import dev.parley.domain.idempotency.Fingerprint;
import dev.parley.domain.idempotency.IdempotencyKey;
import jakarta.servlet.http.HttpServletResponse;
import java.security.MessageDigest;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request that makes something, which with a key may be a repeat of an earlier one (IETF draft
 * {@code draft-ietf-httpapi-idempotency-key-header}). Controllers take it as an argument.
 */
public final class IdempotentRequest {

    /** The header that tells that an answer is an earlier one. */
    static final String REPLAYED = "Idempotency-Replayed";

    private final IdempotencyKeys keys;
    private final JsonMapper json;
    private final HttpServletResponse http;
    private final @Nullable Keyed keyed;

    IdempotentRequest(IdempotencyKeys keys, JsonMapper json, HttpServletResponse http, @Nullable Keyed keyed) {
        this.keys = keys;
        this.json = json;
        this.http = http;
        this.keyed = keyed;
    }

    /**
     * Makes something, or answers as it was answered when it was made.
     *
     * @param type of the answer, which JSON can be read into
     * @param answer what is answered of what was made
     * @param make the use case
     */
    public <T, R> R answer(
            AccountId caller, Class<R> type, Function<T, R> answer, Function<Idempotency<T>, Outcome<T>> make) {
        Idempotency<T> once = once(caller, made -> json.writeValueAsString(answer.apply(made)));
        return switch (make.apply(once)) {
            case Outcome.Made<T> made -> answer.apply(made.value());
            case Outcome.Repeated<T> repeated -> {
                markReplayed();
                yield json.readValue(repeated.snapshot(), type);
            }
        };
    }

    /**
     * What a use case runs its work through: every time, or with a key once.
     *
     * @param snapshot how what was made is remembered
     */
    public <T> Idempotency<T> once(AccountId caller, Function<T, String> snapshot) {
        return keyed == null
                ? Idempotency.everyTime()
                : keys.once(new Claim(caller, keyed.key(), Fingerprint.of(keyed.body())), snapshot);
    }

    /** Tells the client that it gets an earlier answer; before the answer is begun. */
    public void markReplayed() {
        http.setHeader(REPLAYED, "true");
    }

    /**
     * The key of a request.
     *
     * @param body was fed with the whole body when the controller has read it
     */
    record Keyed(IdempotencyKey key, MessageDigest body) {}
}
