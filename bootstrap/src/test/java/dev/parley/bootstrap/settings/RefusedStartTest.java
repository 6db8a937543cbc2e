package dev.parley.bootstrap.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import dev.parley.bootstrap.Parley;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
@Isolated("reads the log of this JVM")
class RefusedStartTest {

    @Test
    void aWrongSettingStopsTheStartWithOneSentence(CapturedOutput output) {
        assertThatException().isThrownBy(() -> start("--parley.limits.messages-per-session=none"));

        assertThat(output.getAll())
                .containsOnlyOnce(
                        "parley.limits.messages-per-session (PARLEY_LIMITS_MESSAGES_PER_SESSION) must be a whole number")
                .doesNotContain("\tat ");
    }

    @Test
    void aDatabaseThatIsAwayStopsTheStartWithOneSentence(CapturedOutput output) {
        assertThatException()
                .isThrownBy(() -> start(
                        "--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/parley?password=sesame",
                        "--parley.auth.jwt-secret=a secret that has 32 bytes, or so"));

        assertThat(output.getAll())
                .containsOnlyOnce("PostgreSQL at jdbc:postgresql://127.0.0.1:1/parley cannot be reached")
                .contains("SPRING_DATASOURCE_URL")
                .doesNotContain("sesame", "a secret that has", "\tat ");
    }

    private static void start(String... arguments) {
        new SpringApplication(Parley.class).run(arguments).close();
    }
}
