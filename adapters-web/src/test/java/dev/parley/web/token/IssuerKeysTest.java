package dev.parley.web.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.RSAKey;
import com.sun.net.httpserver.HttpExchange;
import dev.parley.web.security.TokenDecoders;
import dev.parley.web.testing.ScriptedIssuer;
import dev.parley.web.testing.TokenMemories;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;

class IssuerKeysTest {

    private static final RSAKey FIRST = ScriptedIssuer.key("first");
    private static final RSAKey SECOND = ScriptedIssuer.key("second");
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration LONGER = Duration.ofHours(1);
    private static final Duration SHORT = Duration.ofMillis(300);

    private final ScriptedIssuer issuer = new ScriptedIssuer(FIRST);
    private Instant now = Instant.parse("2026-11-27T12:00:00Z");
    private final InstantSource clock = () -> now;
    private final IssuerKeys keys = new IssuerKeys(new IssuerClient(issuer.uri(), LONGER), clock);

    @AfterEach
    void close() {
        issuer.close();
    }

    @Test
    void nothingIsAskedBeforeTheFirstTokenAndNothingMoreForAKnownKey() throws KeySourceException {
        assertThat(issuer.keysAskedFor()).isZero();

        assertThat(get("first")).hasSize(1);
        assertThat(get("first")).hasSize(1);

        assertThat(issuer.keysAskedFor()).isOne();
    }

    @Test
    void strangersDoNotMakeTheIssuerWork() throws Exception {
        get("first");
        List<Callable<List<JWK>>> strangers = Stream.generate(
                        () -> (Callable<List<JWK>>) () -> get(UUID.randomUUID().toString()))
                .limit(100)
                .toList();

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(strangers);
        }

        assertThat(issuer.keysAskedFor()).isOne();
        for (int second = 0; second < 60; second++) {
            now = now.plusSeconds(1);
            assertThat(get(UUID.randomUUID().toString())).isEmpty();
        }
        assertThat(issuer.keysAskedFor()).isEqualTo(5);
    }

    @Test
    void aNewKeyIsFoundAndAnOldOneForgotten() throws KeySourceException {
        get("first");
        issuer.keys(SECOND);
        now = now.plusSeconds(15);

        assertThat(get("second")).hasSize(1);
        assertThat(get("first")).isEmpty();
    }

    @Test
    void aKeyThatWasTakenBackIsNoLongerTakenOnceTheIssuerWasAskedAgainAfterFiveMinutes() throws KeySourceException {
        get("first");
        issuer.keys(SECOND);
        now = now.plusSeconds(301);

        await().atMost(LONG).until(() -> get("first").isEmpty());
    }

    @Test
    void whoHasAKnownKeyDoesNotWaitForAnIssuerThatIsSlow() throws Exception {
        get("first");
        HeldAnswer answer = new HeldAnswer();
        issuer.keysAs(answer);
        now = now.plusSeconds(301);

        for (int request = 0; request < 100; request++) {
            assertThat(get("first")).hasSize(1);
        }

        assertThat(answer.isGiven()).isFalse();
        await().atMost(LONG).until(() -> issuer.keysAskedFor() == 2);
        answer.release();
    }

    @Test
    void aKeyThatWasTakenBackIsNotTakenAfterAnHour() throws KeySourceException {
        get("first");
        issuer.keys(SECOND);
        now = now.plusSeconds(3601);

        assertThat(get("first")).isEmpty();
    }

    @Test
    void whileTheIssuerIsAwayTheKeysFromBeforeServeForADay() throws KeySourceException {
        get("first");
        issuer.keysAs(exchange -> ScriptedIssuer.send(exchange, 503, null));

        now = now.plus(Duration.ofHours(23));
        assertThat(get("first")).hasSize(1);
        assertThatExceptionOfType(KeySourceException.class).isThrownBy(() -> get("second"));

        now = now.plus(Duration.ofHours(2));
        assertThatExceptionOfType(KeySourceException.class).isThrownBy(() -> get("first"));
    }

    @Test
    void anIssuerThatIsAwayIsAskedFourTimesAMinuteAndFoundAgain() throws KeySourceException {
        issuer.keysAs(exchange -> ScriptedIssuer.send(exchange, 500, null));
        for (int second = 0; second < 60; second++) {
            assertThatExceptionOfType(KeySourceException.class).isThrownBy(() -> get("first"));
            now = now.plusSeconds(1);
        }
        assertThat(issuer.keysAskedFor()).isEqualTo(4);

        issuer.keys(FIRST);
        assertThat(get("first")).hasSize(1);
    }

    @Test
    void whoHasAKnownKeyDoesNotWaitWhileTheIssuerIsAskedForAnother() throws Exception {
        get("first");
        HeldAnswer answer = new HeldAnswer();
        issuer.keysAs(answer);
        now = now.plusSeconds(15);
        Thread stranger = Thread.startVirtualThread(() -> {
            try {
                get("unknown");
            } catch (KeySourceException expected) {
                // the issuer answers with 500
            }
        });
        answer.awaitRequest();
        now = now.plusSeconds(400);

        assertThat(get("first")).hasSize(1);

        assertThat(answer.isGiven()).isFalse();
        answer.release();
        stranger.join();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "<html>",
                "{\"issuer\":\"http://other.example\",\"jwks_uri\":\"URI/keys\"}",
                "{\"issuer\":\"URI\"}",
                "{\"issuer\":\"URI\",\"jwks_uri\":5}",
                "{\"issuer\":\"URI\",\"jwks_uri\":\"file:///etc/passwd\"}",
                "{\"issuer\":\"URI\",\"jwks_uri\":\"keys\"}",
                "{\"issuer\":\"URI\",\"jwks_uri\":\"not a uri\"}",
            })
    void metadataOfAnotherKindAreAnIssuerThatIsAway(String metadata) {
        issuer.metadata(metadata.replace("URI", issuer.uri()));

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> new IssuerClient(issuer.uri(), LONG).keys());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[]", "{}", "{\"keys\":[]}", "{\"keys\":5}", "{\"keys\":[{\"kty\":\"oct\",\"k\":\"AAAA\"}]}"
            })
    void keysOfAnotherKindAreAnIssuerThatIsAway(String answer) {
        issuer.keysAs(exchange -> ScriptedIssuer.send(exchange, 200, answer));

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> new IssuerClient(issuer.uri(), LONG).keys());
    }

    @Test
    void anAnswerWithoutEndIsGivenUp() {
        issuer.metadataAs(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            while (true) {
                exchange.getResponseBody().write(new byte[8192]);
            }
        });

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> new IssuerClient(issuer.uri(), LONG).keys());
    }

    @Test
    void anAnswerThatTricklesIsGivenUp() {
        CountDownLatch end = new CountDownLatch(1);
        issuer.keysAs(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(' ');
            exchange.getResponseBody().flush();
            hold(end);
        });

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> new IssuerClient(issuer.uri(), SHORT).keys());
        end.countDown();
    }

    @Test
    void anIssuerThatIsAwayIsNoFaultOfTheToken() {
        ScriptedIssuer gone = new ScriptedIssuer(FIRST);
        String uri = gone.uri();
        gone.close();
        JwtAuthenticationProvider provider = new JwtAuthenticationProvider(TokenDecoders.issuer(
                uri, Set.of("parley"), Duration.ZERO, clock, TokenMemories.withoutRevocations(clock)));
        String token = ScriptedIssuer.signed(FIRST, "{\"alg\":\"RS256\",\"kid\":\"first\"}", "{\"sub\":\"a\"}");

        for (int times = 0; times < 2; times++) {
            assertThatExceptionOfType(AuthenticationServiceException.class)
                    .isThrownBy(() -> provider.authenticate(new BearerTokenAuthenticationToken(token)));
        }
    }

    private List<JWK> get(String kid) throws KeySourceException {
        return keys.get(new JWKSelector(new JWKMatcher.Builder().keyID(kid).build()), null);
    }

    private static void hold(CountDownLatch latch) {
        try {
            boolean unused = latch.await(LONG.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** An answer that is held until it is released, or for a minute, which is shorter than whoever asked would wait. */
    private static final class HeldAnswer implements ScriptedIssuer.Script {

        private final CountDownLatch requested = new CountDownLatch(1);
        private final CountDownLatch released = new CountDownLatch(1);
        private volatile boolean isGiven;

        @Override
        public void answer(HttpExchange exchange) throws IOException {
            requested.countDown();
            hold(released);
            isGiven = true;
            ScriptedIssuer.send(exchange, 500, null);
        }

        void awaitRequest() throws InterruptedException {
            requested.await();
        }

        boolean isGiven() {
            return isGiven;
        }

        void release() {
            released.countDown();
        }
    }
}
