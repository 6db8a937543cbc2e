package dev.parley.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameBasedUuidTest {

    /** As Python's {@code uuid.uuid5(uuid.NAMESPACE_DNS, name)} and RFC 9562, appendix A.4, say. */
    @ParameterizedTest
    @CsvSource({
        "python.org, 886313e1-3b8a-5372-9b90-0c9aee199e5d",
        "www.example.com, 2ed6657d-e927-568b-95e1-2665a8aea6a2",
        "session-1, 35ecdd23-f0b6-593a-8d5b-108982c1126d",
        "Übersee 🚢, 49cc62e9-bb62-5fe8-a231-5f4a441162f6",
        "'', 4ebd0208-8328-5d69-8c44-ec50939c0967"
    })
    void aNameStandsForTheSameUuidEverywhere(String name, String uuid) {
        assertThat(NameBasedUuid.of(name)).hasToString(uuid);
    }

    @ParameterizedTest
    @ValueSource(strings = {"886313e1-3b8a-5372-9b90-0c9aee199e5d", "886313E1-3B8A-5372-9B90-0C9AEE199E5D"})
    void theCanonicalFormIsAUuid(String text) {
        assertThat(NameBasedUuid.isUuid(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1-1-1-1-1",
                "886313e13b8a53729b900c9aee199e5d",
                "{886313e1-3b8a-5372-9b90-0c9aee199e5d}",
                "886313e1-3b8a-5372-9b90-0c9aee199e5d\n",
                "g86313e1-3b8a-5372-9b90-0c9aee199e5d"
            })
    void nothingElseIs(String text) {
        assertThat(NameBasedUuid.isUuid(text)).isFalse();
    }
}
