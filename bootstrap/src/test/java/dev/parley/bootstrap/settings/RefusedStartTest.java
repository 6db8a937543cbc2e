package dev.parley.bootstrap.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import dev.parley.bootstrap.Parley;
import dev.parley.e2e.ParleyProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
@Isolated("reads the log of this JVM")
class RefusedStartTest {

    @TempDir
    private Path folder;

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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "parley.limits.messages-per-session=none | parley.limits.messages-per-session"
                        + " (PARLEY_LIMITS_MESSAGES_PER_SESSION) must be a whole number",
                "server.address=192.0.2.1 | must be an address of this machine",
                "parley.assistant.system-prompt-file=missing.txt | must name a file that can be read, such as prompt.txt",
                "logging.level.root=loud | must be trace, debug, info, warn, error, fatal or off",
                "logging.structured.format.console=elastic | must be ecs, gelf or logstash",
                "spring.datasource.ulr=jdbc:postgresql://db/parley | the nearest one is spring.datasource.url",
            })
    void nothingIsMadeBeforeEverySettingIsRead(String setting, String sentence, CapturedOutput output) {
        assertThatException().isThrownBy(() -> start("--" + setting));

        assertThat(output.getAll()).containsOnlyOnce(sentence).doesNotContain("\tat ");
        assertThat(data()).doesNotExist();
    }

    @Test
    void aPortInUseStopsTheStartBeforeAnythingIsMade(CapturedOutput output) throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatException().isThrownBy(() -> start("--server.port=" + other.getLocalPort()));

            assertThat(output.getAll())
                    .containsOnlyOnce("Port " + other.getLocalPort() + " is in use; stop what listens there or set"
                            + " server.port (SERVER_PORT) to another port.")
                    .doesNotContain("\tat ");
        }
        assertThat(data()).doesNotExist();
    }

    @Test
    void thePortOfManagementIsTriedAtItsOwnAddress(CapturedOutput output) throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.2"))) {
            String port = "--management.server.port=" + other.getLocalPort();
            assertThatException()
                    .isThrownBy(
                            () -> start("--server.address=127.0.0.1", "--management.server.address=127.0.0.2", port));

            assertThat(output.getAll())
                    .containsOnlyOnce("Port " + other.getLocalPort() + " is in use; stop what listens there or set"
                            + " management.server.port (MANAGEMENT_SERVER_PORT) to another port.");
        }
        assertThat(data()).doesNotExist();
    }

    /** In a JVM whose log nobody else has configured. */
    @ParameterizedTest
    @CsvSource({"LOGGING_LEVEL_ROOT, loud", "LOGGING_STRUCTURED_FORMAT_CONSOLE, elastic"})
    void aWrongSettingOfTheLogIsLogged(String variable, String value) throws IOException {
        try (ParleyProcess parley = ParleyProcess.launch(folder, Map.of(variable, value), List.of())) {
            assertThat(parley.awaitEnd()).isNotZero();
            assertThat(parley.output())
                    .containsOnlyOnce("(" + variable + ") must be ")
                    .doesNotContain("\tat ");
        }
        try (Stream<Path> made = Files.list(folder)) {
            assertThat(made.filter(Files::isDirectory)).isEmpty();
        }
    }

    @Test
    void aBuildOfAnotherPlatformMakesNothing() throws IOException {
        Map<String, String> elsewhere = Map.of("JAVA_TOOL_OPTIONS", "-Dos.arch=riscv64");
        try (ParleyProcess parley = ParleyProcess.launch(folder, elsewhere, List.of())) {
            assertThat(parley.awaitEnd()).isNotZero();
            assertThat(parley.output())
                    .containsOnlyOnce("This jar was built on ")
                    .doesNotContain("\tat ");
        }
        try (Stream<Path> made = Files.list(folder)) {
            assertThat(made.filter(Files::isDirectory)).isEmpty();
        }
    }

    private Path data() {
        return folder.resolve("data");
    }

    private void start(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--parley.data-dir=" + data());
        if (all.stream().noneMatch(argument -> argument.startsWith("--server.port="))) {
            all.add("--server.port=0");
        }
        new SpringApplication(Parley.class).run(all.toArray(String[]::new)).close();
    }
}
