package dev.parley.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.testing.PortsUnderTest;
import dev.parley.domain.access.ApiKey;
import dev.parley.domain.access.KeyName;
import dev.parley.domain.access.KeyTerms;
import dev.parley.domain.access.Secret;
import dev.parley.web.testing.Answer;
import dev.parley.web.testing.Api;
import dev.parley.web.testing.RunningParley;
import dev.parley.web.testing.Tokens;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which credential opens what. */
class CredentialsTest {

    private static final RunningParley PARLEY = RunningParley.shared();
    private static final String SESSION =
            "{\"user\":\"ada\",\"workflow\":{\"id\":\"w\"}," + "\"rate_limits\":{\"max_requests_per_1_minute\":1000}}";

    /** What a request with no credential, a user's token, a client's secret and a server's key is answered with. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            GET,    /api/v1/chatkit,                401, 405, 405, 401
            POST,   /api/v1/chatkit,                401, 415, 415, 401
            GET,    /api/v1/chatkit/sessions,       401, 200, 200, 401
            POST,   /api/v1/chatkit/sessions,       401, 200, 200, 401
            GET,    /api/v1/chatkit/nothing,        401, 404, 404, 401
            GET,    /api/v1/chatkitten,             401, 404, 403, 401
            POST,   /api/v1/attachments,            401, 415, 415, 401
            PUT,    /api/v1/attachments/atc_1,      401, 404, 403, 401
            GET,    /api/v1/attachments/atc_1,      401, 404, 403, 401
            DELETE, /api/v1/attachments/atc_1,      401, 404, 403, 401
            GET,    /api/v1/auth/me,                401, 200, 403, 401
            POST,   /api/v1/auth/logout,            401, 200, 403, 401
            GET,    /api/v1/tasks,                  401, 200, 403, 401
            GET,    /api/v1/usage,                  401, 200, 403, 401
            GET,    /api/v1/nothing,                401, 404, 403, 401
            GET,    /nothing,                       401, 404, 403, 401
            GET,    /error,                         401, 404, 403, 401
            GET,    /actuator/prometheus,           401, 403, 403, 401
            GET,    /v1,                            401, 401, 401, 404
            GET,    /v1/chatkit/threads,            401, 401, 401, 200
            GET,    /v1/chatkit/threads/1,          401, 401, 401, 404
            GET,    /v1/chatkit/threads/1/items,    401, 401, 401, 404
            DELETE, /v1/chatkit/threads/1,          401, 401, 401, 404
            POST,   /v1/chatkit/sessions,           401, 401, 401, 415
            POST,   /v1/chatkit/sessions/1/cancel,  401, 401, 401, 404
            GET,    /v1/chatkit/feedback,           401, 401, 401, 200
            GET,    /v1/nothing,                    401, 401, 401, 404
            GET,    /v12/nothing,                   401, 404, 403, 401
            """)
    void eachCredentialOpensItsOwnRoutesAndNoOther(
            String method, String path, int nobody, int user, int client, int server) {
        assertThat(status(null, method, path)).as("nobody").isEqualTo(nobody);
        assertThat(status(Tokens.ofSomeone(), method, path)).as("a user").isEqualTo(user);
        assertThat(status(clientSecret(), method, path)).as("a client").isEqualTo(client);
        assertThat(status(key(), method, path)).as("a server").isEqualTo(server);
    }

    @ParameterizedTest
    @CsvSource({"parley_sk_,", "parley_sk_, 0", "ek_,", "sk-proj-1234, ", "nonsense, "})
    void whatOnlyLooksLikeASecretOpensNothing(String beginning, @Nullable String end) {
        String secret = beginning + (end == null ? "" : end.repeat(64));

        assertThat(status(secret, "GET", "/v1/chatkit/threads")).isEqualTo(401);
        assertThat(status(secret, "GET", "/api/v1/chatkit/sessions")).isEqualTo(401);
    }

    @Test
    void aSecretIsTakenWholeAndInItsOwnCase() {
        String key = key();
        String secret = clientSecret();

        assertThat(status(key.substring(0, key.length() - 1), "GET", "/v1/chatkit/threads"))
                .isEqualTo(401);
        assertThat(status(key + "0", "GET", "/v1/chatkit/threads")).isEqualTo(401);
        assertThat(status(key.toUpperCase(java.util.Locale.ROOT), "GET", "/v1/chatkit/threads"))
                .isEqualTo(401);
        assertThat(status(secret.substring(0, secret.length() - 1), "GET", "/api/v1/chatkit/sessions"))
                .isEqualTo(401);
        assertThat(status("ek_" + secret, "GET", "/api/v1/chatkit/sessions")).isEqualTo(401);
    }

    @Test
    void aRevokedKeyOpensNothing() {
        String name = "key-" + UUID.randomUUID();
        Api server = PARLEY.anonymous().as(PARLEY.newKey(name));
        assertThat(server.get("/v1/chatkit/threads").status()).isEqualTo(200);

        PARLEY.revokeKey(name);

        Answer refused = server.get("/v1/chatkit/threads");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.code()).isEqualTo("invalid_api_key");
        assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer");
    }

    @Test
    void aKeyThatHasExpiredOpensNothing() {
        Secret expired = Secret.ofKey("expired " + UUID.randomUUID());
        ApiKey key =
                ApiKey.of(KeyName.of("key-" + UUID.randomUUID()), new KeyTerms(Duration.ofDays(90), 60), Instant.EPOCH);
        PortsUnderTest ports = PARLEY.part(PortsUnderTest.class);
        ports.unitOfWork().run(() -> ports.apiKeys().add(key, expired.hash()));

        Answer refused = PARLEY.anonymous().as(expired.value()).get("/v1/chatkit/threads");

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.code()).isEqualTo("invalid_api_key");
        assertThat(refused.json().at("/error/message").asString()).contains("neither revoked nor expired");
    }

    @Test
    void aKeyHasARateOfItsOwn() {
        Api slow = PARLEY.anonymous().as(PARLEY.newKey("key-" + UUID.randomUUID(), new KeyTerms(null, 2)));
        Api other = PARLEY.backend();

        assertThat(slow.get("/v1/chatkit/threads").header("RateLimit")).startsWith("\"key\";r=1");
        assertThat(slow.get("/v1/nothing").status()).isEqualTo(404);
        Answer refused = slow.get("/v1/chatkit/threads");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isNotEmpty();
        assertThat(refused.json().at("/error/message").asString()).contains("2 requests a minute");
        assertThat(other.get("/v1/chatkit/threads").status()).isEqualTo(200);
    }

    @Test
    void aNewKeyOfTheSameNameHasTheRateThatItWasMadeWith() {
        String name = "key-" + UUID.randomUUID();
        Api old = PARLEY.anonymous().as(PARLEY.newKey(name, new KeyTerms(null, 1)));
        assertThat(old.get("/v1/chatkit/threads").status()).isEqualTo(200);
        assertThat(old.get("/v1/chatkit/threads").status()).isEqualTo(429);
        PARLEY.revokeKey(name);

        Api anew = PARLEY.anonymous().as(PARLEY.newKey(name, new KeyTerms(null, 5)));

        assertThat(anew.get("/v1/chatkit/threads").header("RateLimit")).startsWith("\"key\";r=4");
    }

    private static int status(@Nullable String credential, String method, String path) {
        return PARLEY.anonymous()
                .as(credential)
                .send(path, request -> request.method(method, BodyPublishers.noBody()))
                .status();
    }

    private static String key() {
        return PARLEY.newKey("key-" + UUID.randomUUID());
    }

    private static String clientSecret() {
        return PARLEY.backend()
                .post("/v1/chatkit/sessions", SESSION)
                .json()
                .at("/client_secret")
                .asString();
    }
}
