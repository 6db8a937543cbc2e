package dev.parley.bootstrap.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.parley.bootstrap.Parley;
import dev.parley.bootstrap.failure.InvalidConfigurationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class PathCheckTest {

    private static final PathEncoding ASCII = new PathEncoding(StandardCharsets.US_ASCII);
    private static final PathEncoding UTF_8 = new PathEncoding(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    /** The shell makes the folder, as Java may not be able to in the locale of this test. */
    @ParameterizedTest
    @ValueSource(strings = {"", "doctor"})
    @EnabledOnOs(OS.LINUX)
    void inAFolderThatTheLocaleCannotEncodeNothingIsMade(String command) throws IOException, InterruptedException {
        String script = """
                unset LANG LC_CTYPE LC_MESSAGES; export LC_ALL=C
                mkdir "$(printf 'd\\303\\274rfer')" && cd d*rfer && timeout 120 "$0" -XX:TieredStopAtLevel=1 -cp "$1" "$2" $3
                code=$?; cd ..; echo; ls -A d*rfer | wc -l; ls -A | wc -l; rm -r d*rfer; exit $code""";
        Process process = new ProcessBuilder(
                        "sh",
                        "-c",
                        script,
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Parley.class.getName(),
                        command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();

        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(output).isEqualTo(1);
        assertThat(output)
                .contains("cannot be used in this locale")
                .contains("LC_ALL=C.UTF-8")
                .doesNotContain("\tat ")
                .endsWith("\n0\n1\n");
    }

    @ParameterizedTest
    @CsvSource({
        "PARLEY_DATA_DIR, /srv/d\uFFFD\uFFFDrfer",
        "PARLEY_ASSISTANT_SYSTEM_PROMPT, Gr\uFFFD\uFFFD\uFFFD\uFFFDe",
        "parley.assistant.system-prompt-file, \uFFFD.txt",
        "SPRING_DATASOURCE_PASSWORD, \uFFFD",
        "server.ssl.certificate, /etc/\uFFFD.pem"
    })
    void whatCouldNotBeDecodedIsRefusedByItsName(String name, String value) {
        assertThatExceptionOfType(InvalidConfigurationException.class)
                .isThrownBy(() -> PathCheck.refuse(with(name, value), ASCII, "/srv"))
                .withMessageStartingWith(name + " has characters that Java cannot read in this locale")
                .withMessageContaining("LC_ALL=C.UTF-8");
    }

    @ParameterizedTest
    @CsvSource({
        "parley.assistant.system-prompt-file, /srv/Gruß.txt",
        "parley.chatkit.client-tools.where.schema, schéma.json",
        "logging.file.name, /var/log/größe.log"
    })
    void aFileThatCannotBeReachedIsRefused(String name, String value) {
        assertThatExceptionOfType(InvalidConfigurationException.class)
                .isThrownBy(() -> PathCheck.refuse(with(name, value), ASCII, "/srv"))
                .withMessageContaining(name + " names a file that Java cannot reach");
    }

    @ParameterizedTest
    @CsvSource({
        "parley.data-dir, dürfer, /srv",
        "parley.data-dir, data, /srv/dürfer",
        "parley.data-dir, /srv/dürfer, /",
        "parley.cluster, false, /srv/d\uFFFD\uFFFDrfer"
    })
    void aDataFolderThatCannotBeReachedIsRefused(String name, String value, String workingFolder) {
        assertThatExceptionOfType(InvalidConfigurationException.class)
                .isThrownBy(() -> PathCheck.refuse(with(name, value), ASCII, workingFolder))
                .withMessageContaining("PARLEY_DATA_DIR");
    }

    @Test
    void whatCanBeDecodedAndEncodedIsTaken() {
        assertThatNoException().isThrownBy(() -> {
            PathCheck.refuse(with("parley.data-dir", "dürfer"), UTF_8, "/srv/größe");
            PathCheck.refuse(with("parley.data-dir", "/srv/data"), ASCII, "/srv/größe");
            PathCheck.refuse(with("spring.datasource.url", "jdbc:postgresql://db/parley"), ASCII, "/srv/größe");
            PathCheck.refuse(with("parley.assistant.system-prompt", "Grüße"), ASCII, "/srv");
            PathCheck.refuse(with("parley.chatkit.client-tools.where.schema", "{\"title\": \"Größe\"}"), ASCII, "/srv");
        });
    }

    private static StandardEnvironment with(String name, String value) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", Map.of(name, value)));
        return environment;
    }
}
