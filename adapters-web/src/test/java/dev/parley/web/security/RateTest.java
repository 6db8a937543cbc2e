package dev.parley.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.web.testing.Answer;
import dev.parley.web.testing.Api;
import dev.parley.web.testing.RunningParley;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

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
