package dev.parley.web.error;

import static java.util.Locale.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LimitSettingsTest {

    @Test
    void eachSettingIsOneThatTheDocumentsHave() throws IOException {
        String documents = Files.readString(Path.of("../docs/settings.md"));

        assertThat(LimitSettings.BY_ERROR.values())
                .allSatisfy(setting -> assertThat(documents)
                        .contains("| `"
                                + setting.toUpperCase(ROOT).replace('.', '_').replace("-", "_") + "` |"));
    }
}
