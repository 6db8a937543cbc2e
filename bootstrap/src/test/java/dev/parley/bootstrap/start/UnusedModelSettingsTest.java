package dev.parley.bootstrap.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class UnusedModelSettingsTest {

    @Test
    void whatIsSetIsNamedByItsVariable() {
        assertThat(UnusedModelSettings.unused(
                        environment(Map.of("parley.assistant.model", "gpt-4o", "parley.assistant.files", " "))))
                .containsExactly("PARLEY_ASSISTANT_MODEL");
    }

    @Test
    void aListOfSeveralValuesIsSet() {
        assertThat(UnusedModelSettings.unused(environment(
                        Map.of("parley.assistant.models[0]", "small", "parley.assistant.models[1]", "large"))))
                .containsExactly("PARLEY_ASSISTANT_MODELS");
    }

    private static StandardEnvironment environment(Map<String, Object> properties) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", properties));
        return environment;
    }
}
