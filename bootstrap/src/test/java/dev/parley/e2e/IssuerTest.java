package dev.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.RSAKey;
import dev.parley.persistence.testing.TestDatabase;
import dev.parley.web.testing.Answer;
import dev.parley.web.testing.ScriptedIssuer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A node whose tokens an issuer signs. */
@ExtendWith(OutputCaptureExtension.class)
class IssuerTest {

    private static final RSAKey KEY = ScriptedIssuer.key("k1");

    @Test
    void anIssuerThatIsAwayIs503FromTheFirstTokenOn(CapturedOutput output) {
        try (TestDatabase database = TestDatabase.create();
                ScriptedIssuer issuer = new ScriptedIssuer(KEY);
                ParleyServer parley = ParleyServer.on(
                        database,
                        "parley.auth.jwt-secret=",
                        "parley.auth.local-accounts=false",
                        "parley.auth.issuer-uri=" + issuer.uri(),
                        "parley.auth.audience=parley")) {
            issuer.metadataAs(exchange -> ScriptedIssuer.send(exchange, 503, null));
            String token = ScriptedIssuer.signed(KEY, "{\"alg\":\"RS256\",\"kid\":\"k1\"}", "{\"sub\":\"ada\"}");

            for (int times = 0; times < 2; times++) {
                Answer answer = parley.anonymous().as(token).get("/api/v1/auth/me");

                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.code()).isEqualTo("SERVICE_UNAVAILABLE");
                assertThat(answer.header("Retry-After")).isNotEmpty();
            }
            assertThat(output.getAll()).contains("token.verify").doesNotContain(token);
            assertThat(parley.anonymous().as(token).get("/actuator/health").status())
                    .isEqualTo(200);
        }
    }
}
