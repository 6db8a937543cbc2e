package dev.parley.web.rate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.web.testing.Answer;
import dev.parley.web.testing.Api;
import dev.parley.web.testing.RawExchange;
import dev.parley.web.testing.RunningParley;
import dev.parley.web.testing.Tokens;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RateTest {

    private static final RunningParley PARLEY = RunningParley.start("parley.limits.requests-per-minute=3");

    private final Api user = PARLEY.someone();

    @AfterAll
    static void stop() {
        PARLEY.close();
    }

    @Test
    void aUserIsToldWhatIsLeft() {
        Answer answer = user.sessions();

        assertThat(answer.header("RateLimit-Policy")).isEqualTo("\"user\";q=3;w=60");
        assertThat(answer.header("RateLimit")).matches("\"user\";r=2;t=\\d{1,2}");
    }

    @Test
    void fourthRequestOfThreeAMinuteIsRefused() {
        for (int i = 0; i < 3; i++) {
            assertThat(user.sessions().status()).isEqualTo(200);
        }

        Answer fourth = user.createSession();

        assertThat(fourth.status()).isEqualTo(429);
        assertThat(fourth.code()).isEqualTo("RATE_LIMITED");
        assertThat(Integer.parseInt(fourth.header("Retry-After"))).isBetween(1, 60);
        assertThat(fourth.header("RateLimit")).startsWith("\"user\";r=0;t=");
        assertThat(fourth.header("RateLimit-Policy")).isNotEmpty();
    }

    @Test
    void oneUsersRequestsAreNotAnothers() {
        for (int i = 0; i < 4; i++) {
            user.sessions();
        }

        assertThat(PARLEY.someone().sessions().status()).isEqualTo(200);
    }

    static Stream<Arguments> spellings() {
        return Stream.of(
                        "%s/api/v1/chatkit/sessions",
                        "%s/ap%%69/v1/chatkit/sessions",
                        "%s/%%61pi/v1/chatkit/sessions",
                        "%s/api/v1/chatkit/session%%73",
                        "%s//api/v1/chatkit/sessions",
                        "/%s/api/v1/chatkit/sessions",
                        "%s/api//v1/chatkit/sessions",
                        "%s/./api/v1/chatkit/sessions",
                        "%s/%%2e/api/v1/chatkit/sessions",
                        "%s/x/../api/v1/chatkit/sessions",
                        "%s/x/%%2E%%2e/api/v1/chatkit/sessions",
                        "%s/api;a=b/v1/chatkit/sessions",
                        "%s/api/v1/chatkit/sessions;jsessionid=1",
                        "%s;a/api/v1/chatkit/sessions",
                        "%s/API/v1/chatkit/sessions",
                        "http://localhost%s/api/v1/chatkit/sessions",
                        "http://localhost%s/%%61pi/v1/chatkit/sessions")
                .flatMap(path -> Stream.of(
                        Arguments.of(PARLEY, path.formatted("")),
                        Arguments.of(RunningParley.behindProxy(), path.formatted("/talk"))));
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("spellings")
    void requestsAreCountedHoweverTheirPathIsSpelled(RunningParley parley, String path) {
        for (String token : List.of(Tokens.ofSomeone(), clientSecret(parley))) {
            String header = "Authorization: Bearer " + token;

            List<Integer> statuses = IntStream.range(0, 12)
                    .mapToObj(i -> RawExchange.of(parley.port(), "GET", path, List.of(header))
                            .status())
                    .toList();

            assertThat(statuses.stream().filter(status -> status == 200)).hasSizeLessThanOrEqualTo(3);
            assertThat(statuses).doesNotContain(500, 0);
        }
    }

    @Test
    void whatIsNotForAUserIsCountedAsWell() {
        for (int i = 0; i < 3; i++) {
            assertThat(user.get("/actuator/metrics").status()).isEqualTo(403);
        }

        assertThat(user.get("/actuator/metrics").status()).isEqualTo(429);
        assertThat(user.get("/nothing").status()).isEqualTo(429);
        assertThat(user.sessions().status()).isEqualTo(429);
    }

    private static String clientSecret(RunningParley parley) {
        String prefix = parley == PARLEY ? "" : "/talk";
        return parley.backend()
                .post(
                        prefix + "/v1/chatkit/sessions",
                        "{\"user\":\"ada\",\"workflow\":{\"id\":\"w\"},\"rate_limits\":{\"max_requests_per_1_minute\":3}}")
                .json()
                .at("/client_secret")
                .asString();
    }

    @Test
    void guessingAPasswordIsSlowedDown() {
        String body = "{\"email\":\"guessed@example.org\",\"password\":\"a wrong one\"}";
        for (int i = 0; i < 10; i++) {
            assertThat(PARLEY.anonymous().post("/api/v1/auth/login", body).status())
                    .isEqualTo(401);
        }

        Answer eleventh = PARLEY.anonymous().post("/api/v1/auth/login", body);

        assertThat(eleventh.status()).isEqualTo(429);
        assertThat(eleventh.code()).isEqualTo("RATE_LIMITED");
        assertThat(eleventh.header("Retry-After")).isNotEmpty();
    }
}
