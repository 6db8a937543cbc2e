package dev.parley.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.web.testing.Answer;
import dev.parley.web.testing.Api;
import dev.parley.web.testing.RunningParley;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountApiTest {

    private static final String REGISTER = "/api/v1/auth/register";
    private static final String LOGIN = "/api/v1/auth/login";

    private static final Api ANONYMOUS = RunningParley.shared().anonymous().from("127.0.0.20");

    private final String email = UUID.randomUUID() + "@example.org";

    @Test
    void anAccountIsRegistered() {
        Answer answer = register(email, "e1ght-888");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.data().propertyNames()).containsExactly("id", "email", "created_at");
        assertThat(answer.data().at("/email").asString()).isEqualTo(email);
    }

    @Test
    void whoRegisteredLogsInAndIsKnown() {
        String id = register(email, "e1ght-888").data().at("/id").asString();

        Answer login = logIn(email, "e1ght-888");

        assertThat(login.status()).isEqualTo(200);
        assertThat(login.data().propertyNames()).containsExactly("token", "token_type", "expires_in");
        assertThat(login.data().at("/token_type").asString()).isEqualTo("Bearer");
        assertThat(login.data().at("/expires_in").asInt()).isEqualTo(24 * 60 * 60);
        Api user = ANONYMOUS.as(login.data().at("/token").asString());
        assertThat(user.get("/api/v1/auth/me").data().at("/id").asString()).isEqualTo(id);
        assertThat(user.get("/api/v1/auth/me").data().at("/email").asString()).isEqualTo(email);
        assertThat(user.createSession().data().at("/user_id").asString()).isEqualTo(id);
    }

    @Test
    void anAddressIsComparedWithoutCase() {
        register(email, "e1ght-888");

        assertThat(logIn(email.toUpperCase(Locale.ROOT), "e1ght-888").status()).isEqualTo(200);
        assertThat(register(email.toUpperCase(Locale.ROOT), "e1ght-888").code()).isEqualTo("DUPLICATE_EMAIL");
    }

    @Test
    void anAddressIsRegisteredOnce() {
        register(email, "e1ght-888");

        Answer again = register(email, "another one");

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("DUPLICATE_EMAIL");
    }

    @Test
    void anUnknownAddressAndAWrongPasswordGetTheSameAnswer() {
        register(email, "e1ght-888");

        Answer wrong = logIn(email, "e1ght-889");
        Answer unknown = logIn(UUID.randomUUID() + "@example.org", "e1ght-888");
        Answer long73 = logIn(email, "x".repeat(73));

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.code()).isEqualTo("INVALID_CREDENTIALS");
        assertThat(wrong.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(unknown.message()).isEqualTo(wrong.message());
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(long73.status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"iloveyou", "Passwort1", "abcabcabc", "%sé%s"})
    void aPasswordThatIsGuessedFirstIsRefusedWithTheReason(String password) {
        String local = email.substring(0, email.indexOf('@'));

        Answer answer = register(email, password.formatted(local, local));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("VALIDATION_ERROR");
        assertThat(answer.message()).startsWith("password ");
        assertThat(logIn(email, password).code()).isEqualTo("INVALID_CREDENTIALS");
    }

    @Test
    void everyByteOfALongPasswordCounts() {
        String password = "пароль на русском языке, и длиннее, чем семьдесят два байта";
        register(email, password);

        assertThat(logIn(email, password).status()).isEqualTo(200);
        assertThat(logIn(email, password + "!").code()).isEqualTo("INVALID_CREDENTIALS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"email\":\"a@example.org\"}",
                "{\"email\":\"a@example.org\",\"password\":\"seven77\"}",
                "{\"email\":\"a@example.org\",\"password\":\"%1$s\"}",
                "{\"email\":\"a.example.org\",\"password\":\"e1ght-888\"}",
                "{\"email\":\"a@b@example.org\",\"password\":\"e1ght-888\"}",
                "{\"email\":\"\",\"password\":\"e1ght-888\"}",
                "{\"password\":\"e1ght-888\"}"
            })
    void whatIsNoAccountIsRefused(String body) {
        Answer answer = ANONYMOUS.post(REGISTER, body.formatted("äöü".repeat(86)));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("VALIDATION_ERROR");
    }

    @Test
    void anAccountOfAnIssuerHasNoEmail() {
        Answer answer = RunningParley.shared().someone().get("/api/v1/auth/me");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.data().propertyNames()).containsExactly("id", "created_at");
    }

    @Test
    void whereThereAreNoLocalAccountsNobodyRegisters() {
        try (RunningParley parley = RunningParley.start("parley.auth.local-accounts=false")) {
            for (String path : List.of(REGISTER, LOGIN, "/api/v1/auth/password", "/api/v1/auth/password/reset")) {
                Answer answer = parley.someone().post(path, "{}");

                assertThat(answer.status()).isEqualTo(404);
                assertThat(answer.code()).isEqualTo("NOT_FOUND");
                assertThat(answer.message()).contains("PARLEY_AUTH_LOCAL_ACCOUNTS");
            }
        }
    }

    private Answer register(String address, String password) {
        return ANONYMOUS.post(REGISTER, body(address, password));
    }

    private Answer logIn(String address, String password) {
        return ANONYMOUS.post(LOGIN, body(address, password));
    }

    private static String body(String address, String password) {
        return "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(address, password);
    }
}
