package dev.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.RSAKey;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.account.AccountIdentity;
import dev.parley.persistence.testing.TestDatabase;
import dev.parley.web.testing.Answer;
import dev.parley.web.testing.Api;
import dev.parley.web.testing.ScriptedIssuer;
import dev.parley.web.testing.Tokens;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A node whose tokens an issuer signs. */
@ExtendWith(OutputCaptureExtension.class)
@ResourceLock(Resources.SYSTEM_OUT)
class IssuerTest {

    private static final RSAKey KEY = ScriptedIssuer.key("k1");

    /** An account of an earlier version, a local one, and users of two issuers, of which the second one replaces the first. */
    @Test
    void whomAnIssuerVouchesForHasAnAccountThatNobodyElseGetsInto() {
        try (TestDatabase database = TestDatabase.create();
                ScriptedIssuer first = new ScriptedIssuer(KEY);
                ScriptedIssuer second = new ScriptedIssuer(KEY)) {
            AccountId old = new AccountIdentity(first.uri(), "old").preferredId();
            JdbcClient.create(database.dataSource())
                    .sql("insert into account (id) values (:id)")
                    .param("id", old.value())
                    .update();
            String local;
            String ada;
            try (ParleyServer own = ParleyServer.on(database);
                    ParleyServer parley = ParleyServer.on(database, settings(first))) {
                Api registered = registered(own);
                local = id(registered);
                ada = id(user(parley, first, "ada"));

                assertThat(id(user(parley, first, "old"))).isEqualTo(old.toString());
                assertThat(id(user(parley, first, local))).isNotEqualTo(local);
                assertThat(id(user(parley, first, ada))).isNotEqualTo(ada);
                assertThat(id(own.anonymous().as(Tokens.of("ada")))).isNotEqualTo(ada);
                assertThat(id(registered)).isEqualTo(local);
                assertThat(user(parley, first, "ada").newSession()).isNotEmpty();
            }
            try (ParleyServer parley = ParleyServer.on(database, settings(second))) {
                for (String subject : List.of("ada", ada, "old", old.toString(), local)) {
                    Api user = user(parley, second, subject);

                    assertThat(id(user)).isNotIn(ada, old.toString(), local);
                    assertThat(user.sessions().data().size()).isZero();
                }
            }
        }
    }

    @Test
    void anIssuerThatIsAwayIs503FromTheFirstTokenOn(CapturedOutput output) {
        try (TestDatabase database = TestDatabase.create();
                ScriptedIssuer issuer = new ScriptedIssuer(KEY);
                ParleyServer parley = ParleyServer.on(database, settings(issuer))) {
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

    private static String[] settings(ScriptedIssuer issuer) {
        return new String[] {
            "parley.auth.jwt-secret=",
            "parley.auth.local-accounts=false",
            "parley.auth.issuer-uri=" + issuer.uri(),
            "parley.auth.audience=parley"
        };
    }

    private static Api user(ParleyServer parley, ScriptedIssuer issuer, String subject) {
        String claims = "{\"iss\":\"%s\",\"sub\":\"%s\",\"aud\":\"parley\",\"exp\":%d}"
                .formatted(issuer.uri(), subject, Tokens.LATER);
        return parley.anonymous().as(ScriptedIssuer.signed(KEY, "{\"alg\":\"RS256\",\"kid\":\"k1\"}", claims));
    }

    private static Api registered(ParleyServer parley) {
        String credentials = "{\"email\":\"ada@example.org\",\"password\":\"seven purple lighthouses\"}";
        assertThat(parley.anonymous().post("/api/v1/auth/register", credentials).status())
                .isEqualTo(201);
        Answer answer = parley.anonymous().post("/api/v1/auth/login", credentials);
        return parley.anonymous().as(answer.data().at("/token").asString());
    }

    private static String id(Api user) {
        Answer answer = user.get("/api/v1/auth/me");
        assertThat(answer.status()).isEqualTo(200);
        return answer.data().at("/id").asString();
    }
}
