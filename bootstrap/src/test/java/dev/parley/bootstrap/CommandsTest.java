package dev.parley.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.bootstrap.command.ExecutedCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {

    @ParameterizedTest
    @ValueSource(strings = {"help", "--help", "-h"})
    void helpNamesTheCommands(String argument) {
        ExecutedCommand executed = ExecutedCommand.of(argument);

        assertThat(executed.exitCode()).isZero();
        assertThat(executed.err()).isEmpty();
        assertThat(executed.out()).contains("doctor", "keys", "accounts", "token", "starts the server");
    }

    @ParameterizedTest
    @ValueSource(strings = {"help keys", "help keys add", "help token", "help doctor", "help accounts"})
    void helpNamesWhatACommandTakes(String arguments) {
        ExecutedCommand executed = ExecutedCommand.of(arguments.split(" ", -1));

        assertThat(executed.exitCode()).isZero();
        assertThat(executed.out()).contains("Usage: parley.jar " + arguments.split(" ", -1)[1]);
    }

    @Test
    void theVersionIsPrinted() {
        ExecutedCommand executed = ExecutedCommand.of("--version");

        assertThat(executed.exitCode()).isZero();
        assertThat(executed.out()).startsWith("Parley ");
    }

    @ParameterizedTest
    @CsvSource({"kyes list, keys", "docter, doctor", "acounts, accounts", "tokens, token"})
    void aMisspeltCommandIsAnsweredWithTheNearestOne(String arguments, String nearest) {
        ExecutedCommand executed = ExecutedCommand.of(arguments.split(" ", -1));

        assertThat(executed.exitCode()).isEqualTo(2);
        assertThat(executed.out()).isEmpty();
        assertThat(executed.err()).contains("Did you mean", nearest, "Usage: parley.jar");
    }

    @ParameterizedTest
    @ValueSource(strings = {"start", "-x", "--port=1 doctor", "server.port=1"})
    void whatIsNoCommandStartsNoServer(String arguments) {
        assertThat(Commands.areMeantBy(arguments.split(" ", -1))).isTrue();
        assertThat(ExecutedCommand.of(arguments.split(" ", -1)).exitCode()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--server.port=1", "--debug", "--parley.data-dir=a b"})
    void settingsAloneAreTheServers(String argument) {
        assertThat(Commands.areMeantBy(argument)).isFalse();
    }

    @Test
    void withoutArgumentsTheServerStarts() {
        assertThat(Commands.areMeantBy()).isFalse();
    }
}
