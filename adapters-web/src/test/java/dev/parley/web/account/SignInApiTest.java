package dev.parley.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.account.RegisterAccount;
import dev.parley.application.signin.LogIn;
import dev.parley.domain.account.EmailAddress;
import dev.parley.domain.account.Password;
import dev.parley.domain.signin.SignInClient;
import dev.parley.web.testing.Answer;
import dev.parley.web.testing.Api;
import dev.parley.web.testing.RunningParley;
import dev.parley.web.testing.Tokens;
import java.time.InstantSource;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class SignInApiTest {

    private static final String LOGIN = "/api/v1/auth/login";
    private static final String LOGOUT = "/api/v1/auth/logout";
    private static final String ME = "/api/v1/auth/me";
    private static final String PASSWORD = "/api/v1/auth/password";
    private static final String RESET = "/api/v1/auth/password/reset";
    private static final String RESETS = "/api/v1/admin/password-resets";
    private static final String SIGN_INS = "/api/v1/auth/sign-ins";
    private static final String OLD = "correct horse";
    private static final String NEW = "battery staple";

    private static final Api ANONYMOUS = RunningParley.shared().anonymous().from("127.0.0.21");

    private final String email = UUID.randomUUID() + "@example.org";

    /** Without HTTP, where one client registers and signs in sixty times a minute only. */
    SignInApiTest() {
        RunningParley.shared().part(RegisterAccount.class).register(EmailAddress.of(email), OLD);
    }

    @Test
    void whoLogsOutIsRefusedWithThatTokenAndNoOther() {
        Api laptop = signedIn();
        Api phone = signedIn();

        assertThat(laptop.post(LOGOUT).status()).isEqualTo(200);

        Answer refused = laptop.get(ME);
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("WWW-Authenticate")).contains("the token was revoked");
        assertThat(phone.get(ME).status()).isEqualTo(200);
    }

    @Test
    void aTokenThatWasMadeElsewhereIsRefusedAfterItsLogoutToo() {
        String subject = UUID.randomUUID().toString();
        Api one = ANONYMOUS.as(Tokens.of(subject));
        Api other = ANONYMOUS.as(Tokens.with("{\"sub\":\"%s\",\"exp\":%d,\"jti\":\"2\"}"
                .formatted(
                        subject,
                        InstantSource.system().instant().plusSeconds(3600).getEpochSecond())));

        assertThat(one.post(LOGOUT).status()).isEqualTo(200);

        assertThat(one.get(ME).status()).isEqualTo(401);
        assertThat(other.get(ME).status()).isEqualTo(200);
    }

    @Test
    void aPersonSeesAndEndsSignIns() {
        Api laptop = signedIn();
        Api phone = ANONYMOUS.as(
                ANONYMOUS.post(LOGIN, credentials(OLD)).data().at("/token").asString());

        JsonNode listed = laptop.get(SIGN_INS).data();
        assertThat(listed.size()).isEqualTo(2);
        assertThat(listed.get(0).propertyNames())
                .containsExactly("id", "client", "created_at", "last_used_at", "expires_at", "current");
        assertThat(listed.get(0).at("/client").asString()).startsWith("Java-http-client");
        assertThat(listed.get(1).at("/client").asString()).isEqualTo("Laptop");
        assertThat(listed.get(0).at("/current").asBoolean()).isFalse();
        assertThat(listed.get(1).at("/current").asBoolean()).isTrue();

        Answer ended = laptop.delete(SIGN_INS + "/" + listed.get(0).at("/id").asString());
        assertThat(ended.status()).isEqualTo(200);
        assertThat(phone.get(ME).status()).isEqualTo(401);
        assertThat(laptop.get(SIGN_INS).data().size()).isEqualTo(1);
    }

    @Test
    void allOthersEndTogether() {
        Api laptop = signedIn();
        Api phone = signedIn();
        signedIn();

        Answer ended = laptop.delete(SIGN_INS);

        assertThat(ended.data().at("/ended").asInt()).isEqualTo(2);
        assertThat(phone.get(ME).status()).isEqualTo(401);
        assertThat(laptop.get(ME).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000000-0000-0000-0000-000000000000", "tuesday"})
    void whatIsNoSignInOfTheCallerIsNotFound(String id) {
        Answer answer = signedIn().delete(SIGN_INS + "/" + id);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("SIGN_IN_NOT_FOUND");
    }

    @Test
    void nobodySeesOrEndsTheSignInsOfAnother() {
        Api ada = signedIn();
        String id = ada.get(SIGN_INS).data().get(0).at("/id").asString();
        Api eve = RunningParley.shared().someone();

        assertThat(eve.get(SIGN_INS).data().size()).isZero();
        assertThat(eve.delete(SIGN_INS + "/" + id).status()).isEqualTo(404);
        assertThat(ada.get(ME).status()).isEqualTo(200);
    }

    @Test
    void aNewPasswordEndsAllOtherTokensAndGivesTheCallerANewOne() {
        Api laptop = signedIn();
        Api phone = signedIn();

        Answer changed = laptop.post(PASSWORD, change(OLD, NEW));

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.data().propertyNames()).containsExactly("token", "token_type", "expires_in");
        assertThat(laptop.get(ME).status()).isEqualTo(401);
        assertThat(phone.get(ME).status()).isEqualTo(401);
        assertThat(ANONYMOUS.as(changed.data().at("/token").asString()).get(ME).status())
                .isEqualTo(200);
        assertThat(ANONYMOUS.post(LOGIN, credentials(OLD)).code()).isEqualTo("INVALID_CREDENTIALS");
        assertThat(ANONYMOUS.post(LOGIN, credentials(NEW)).status()).isEqualTo(200);
    }

    @Test
    void aPasswordIsChangedByWhoKnowsItToOneThatIsGood() {
        Api laptop = signedIn();

        Answer wrong = laptop.post(PASSWORD, change("wrong horse", NEW));
        assertThat(wrong.status()).isEqualTo(403);
        assertThat(wrong.code()).isEqualTo("WRONG_PASSWORD");
        Answer common = laptop.post(PASSWORD, change(OLD, "iloveyou"));
        assertThat(common.status()).isEqualTo(400);
        assertThat(common.code()).isEqualTo("VALIDATION_ERROR");
        assertThat(laptop.post(PASSWORD, "{}").status()).isEqualTo(400);
        Answer none = RunningParley.shared().someone().post(PASSWORD, change(OLD, NEW));
        assertThat(none.status()).isEqualTo(409);
        assertThat(none.code()).isEqualTo("NO_PASSWORD");
        assertThat(ANONYMOUS.post(PASSWORD, change(OLD, NEW)).status()).isEqualTo(401);
        assertThat(laptop.get(ME).status()).isEqualTo(200);
    }

    @Test
    void anOperatorResetsAForgottenPassword() {
        Api laptop = signedIn();

        Answer offered = administrator().post(RESETS, "{\"email\":\"%s\"}".formatted(email));
        assertThat(offered.status()).isEqualTo(201);
        assertThat(offered.data().propertyNames()).containsExactly("code", "expires_at");
        assertThat(laptop.get(ME).status()).isEqualTo(200);
        String code = offered.data().at("/code").asString();

        Answer reset = ANONYMOUS.post(RESET, reset(code));

        assertThat(reset.status()).isEqualTo(200);
        assertThat(laptop.get(ME).status()).isEqualTo(401);
        assertThat(ANONYMOUS.as(reset.data().at("/token").asString()).get(ME).status())
                .isEqualTo(200);
        assertThat(ANONYMOUS.post(LOGIN, credentials(NEW)).status()).isEqualTo(200);
        assertThat(ANONYMOUS.post(RESET, reset(code)).code()).isEqualTo("INVALID_RESET_CODE");
    }

    @Test
    void onlyAnOperatorGivesOutCodes() {
        String body = "{\"email\":\"%s\"}".formatted(email);

        assertThat(signedIn().post(RESETS, body).status()).isEqualTo(403);
        assertThat(ANONYMOUS.post(RESETS, body).status()).isEqualTo(401);
        assertThat(administrator()
                        .post(RESETS, "{\"email\":\"nobody@example.org\"}")
                        .code())
                .isEqualTo("ACCOUNT_NOT_FOUND");
        assertThat(ANONYMOUS.post(RESET, reset("parley_reset_0")).code()).isEqualTo("INVALID_RESET_CODE");
    }

    private Api signedIn() {
        return ANONYMOUS.as(RunningParley.shared()
                .part(LogIn.class)
                .logIn(EmailAddress.of(email), new Password(OLD), SignInClient.of("Laptop", "192.0.2.1"))
                .value());
    }

    private Api administrator() {
        return ANONYMOUS.as(Tokens.with("{\"sub\":\"operator\",\"scope\":\"parley.admin\",\"exp\":%d}"
                .formatted(InstantSource.system().instant().plusSeconds(3600).getEpochSecond())));
    }

    private String credentials(String password) {
        return "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password);
    }

    private String reset(String code) {
        return "{\"email\":\"%s\",\"code\":\"%s\",\"new_password\":\"%s\"}".formatted(email, code, NEW);
    }

    private static String change(String old, String chosen) {
        return "{\"old_password\":\"%s\",\"new_password\":\"%s\"}".formatted(old, chosen);
    }
}
