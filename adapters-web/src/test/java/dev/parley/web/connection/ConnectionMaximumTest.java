package dev.parley.web.connection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionMaximumTest {

    private static final long MEBIBYTE = 1024 * 1024;

    @ParameterizedTest
    @CsvSource({
        "600, 1048576, 2400, false",
        "600, 4800, 2400, false",
        "600, 1024, 512, true",
        "600, 0, 2400, false",
        "600, -1, 2400, false",
        "600, 1, 1, true",
        "1000000000000, 9223372036854775807, 2147483647, false",
    })
    void heapAndFilesBoundTheConnections(long heapMebibytes, long openFiles, int maximum, boolean isBoundByFiles) {
        ConnectionMaximum connections = ConnectionMaximum.of(heapMebibytes * MEBIBYTE, openFiles);

        assertThat(connections.value()).isEqualTo(maximum);
        assertThat(connections.isBoundByFiles()).isEqualTo(isBoundByFiles);
    }
}
