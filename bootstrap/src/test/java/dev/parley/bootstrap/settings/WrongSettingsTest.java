package dev.parley.bootstrap.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.bootstrap.failure.InvalidConfigurationException;
import dev.parley.bootstrap.failure.SettingName;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Every setting of Parley, with a wrong value of each kind. */
class WrongSettingsTest {

    private static final Pattern OF_SPRING = Pattern.compile("`(SPRING[A-Z_]*[A-Z])`");

    /** What is wrong for a text that is not free. */
    private static final Map<String, List<String>> TEXTS = Map.ofEntries(
            Map.entry("parley.auth.jwt-secret", List.of("short")),
            Map.entry(
                    "parley.auth.issuer-uri",
                    List.of("id.example", "ftp://id.example", "https://me:secret@id.example")),
            Map.entry("parley.auth.audience", List.of("parley")),
            Map.entry("parley.assistant.base-url", List.of("localhost:11434", "ftp://localhost")),
            Map.entry("parley.assistant.headers", List.of("none")),
            Map.entry("parley.assistant.files", List.of("pictures", "images,")),
            Map.entry("parley.assistant.system-prompt-file", List.of("missing.txt")),
            Map.entry("parley.cors.origins", List.of("*", "shop.example.org", "https://shop.example.org/path")),
            Map.entry("parley.public-url", List.of("chat.example.org")),
            Map.entry("parley.trusted-proxies", List.of("proxy.example.org", "10.0.0.0/33", "0.0.0.0/0")),
            Map.entry("parley.database.direct-url", List.of("localhost:5432")),
            Map.entry("parley.storage.user-bytes", List.of("much", "0", "-1", "1 XiB")),
            Map.entry("parley.attachments.file-bytes", List.of("big", "0", "2GiB")),
            Map.entry("parley.attachments.user-bytes", List.of("big", "0", "99999999999999999999")),
            Map.entry("parley.attachments.store", List.of("tape")));

    /** Whatever these are, their operator wants it. */
    private static final List<String> FREE = List.of(
            "parley.data-dir",
            "parley.auth.claims",
            "parley.assistant.api-key",
            "parley.assistant.model",
            "parley.assistant.models",
            "parley.assistant.system-prompt",
            "parley.assistant.transcription-model",
            "parley.chatkit.image-domains");

    static Stream<Arguments> wrongSettings() {
        return settings("parley", Settings.class)
                .flatMap(
                        setting -> wrongValues(setting).stream().map(value -> Arguments.of(setting.property(), value)));
    }

    @ParameterizedTest
    @MethodSource("wrongSettings")
    void aWrongValueIsOneSentence(String property, String value) {
        InvalidConfigurationException refusal = catchThrowableOfType(
                InvalidConfigurationException.class, () -> read(SettingName.variable(property), value));

        assertThat(refusal).as("the refusal of %s=%s", property, value).isNotNull();
        assertThat(refusal.sentence().lines())
                .singleElement()
                .asString()
                .contains("(" + SettingName.variable(property) + ")")
                .doesNotContain("Exception", "java.", "valid ")
                .endsWith(".");
    }

    @Test
    void everySettingIsTriedOrFree() {
        assertThat(settings("parley", Settings.class))
                .filteredOn(setting -> wrongValues(setting).isEmpty())
                .extracting(OneSetting::property)
                .containsExactlyInAnyOrderElementsOf(FREE);
    }

    @Test
    void misspeltSettingsOfSpringAreComparedWithThoseThatAreDocumented() throws IOException {
        assertThat(OF_SPRING
                        .matcher(Files.readString(Path.of("../docs/settings.md")))
                        .results()
                        .map((MatchResult found) -> found.group(1)))
                .hasSameElementsAs(
                        SpringSettings.documented().map(SettingName::variable).toList());
    }

    private static List<String> wrongValues(OneSetting setting) {
        Class<?> type = setting.type();
        if (type == int.class || type == Integer.class) {
            return List.of("many", "1.5", "-1", "99999999999999999999");
        }
        if (type == Double.class) {
            return List.of("hot", "-1", "NaN");
        }
        if (type == boolean.class) {
            return List.of("perhaps");
        }
        if (type == Duration.class) {
            return List.of("later", "-1s");
        }
        return type.isEnum() ? List.of("nonesuch") : TEXTS.getOrDefault(setting.property(), List.of());
    }

    private static Stream<OneSetting> settings(String prefix, Class<?> type) {
        return Stream.of(type.getRecordComponents()).flatMap(component -> settings(prefix, component));
    }

    private static Stream<OneSetting> settings(String prefix, RecordComponent component) {
        String property = prefix + "." + DataObjectPropertyName.toDashedForm(component.getName());
        if (component.getType().isRecord()) {
            return settings(property, component.getType());
        }
        return component.getType() == Map.class
                ? Stream.empty()
                : Stream.of(new OneSetting(property, component.getType()));
    }

    private static void read(String variable, String value) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .forEach(source -> environment.getPropertySources().remove(source.getName()));
        environment
                .getPropertySources()
                .addLast(new SystemEnvironmentPropertySource(
                        "test-systemEnvironment", new HashMap<>(Map.of(variable, value))));
        ConfigurationPropertySources.attach(environment);
        SettingsReader.read(environment);
    }

    private record OneSetting(String property, Class<?> type) {}
}
