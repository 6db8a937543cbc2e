package dev.parley.bootstrap.settings;

import dev.parley.bootstrap.failure.NearestName;
import dev.parley.bootstrap.failure.SettingName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finds misspelt settings of Spring that Parley documents, without which the server would start on other data. */
final class SpringSettings {

    private static final String METADATA = "META-INF/spring-configuration-metadata.json";
    private static final List<String> OF_SPRINGDOC =
            List.of("springdoc.api-docs.enabled", "springdoc.swagger-ui.enabled");
    private static final Pattern FIRST_PART = Pattern.compile("^spring(doc)?[._]", Pattern.CASE_INSENSITIVE);

    private SpringSettings() {}

    /** Those that docs/settings.md has. */
    static Stream<String> documented() {
        return Stream.concat(
                Arrays.stream(Setting.values()).map(Setting::property).filter(name -> name.startsWith("spring.")),
                OF_SPRINGDOC.stream());
    }

    /** A sentence for each name that looks like one of them and means nothing to Spring. */
    static List<String> sentences(Stream<String> names) {
        Map<String, String> suspects = new TreeMap<>();
        names.distinct()
                .filter(name -> documented().noneMatch(right -> UnknownSettings.isSame(right, name)))
                .forEach(name -> nearest(name).ifPresent(right -> suspects.put(name, right)));
        return suspects.isEmpty() ? List.of() : sentences(suspects, known());
    }

    private static List<String> sentences(Map<String, String> suspects, List<Known> known) {
        return suspects.entrySet().stream()
                .filter(suspect -> known.stream().noneMatch(setting -> setting.has(suspect.getKey())))
                .map(suspect -> suspect.getKey() + " is not a setting; the nearest one is " + suspect.getValue() + ".")
                .toList();
    }

    /** One that was not written to its end comes before one that has as many other letters. */
    private static Optional<String> nearest(String name) {
        List<String> near = documented()
                .map(right -> name.contains(".") ? right : SettingName.variable(right))
                .filter(right -> isNear(name, right))
                .toList();
        return near.stream()
                .filter(right -> right.startsWith(name))
                .findFirst()
                .or(() -> NearestName.of(name, near.stream()));
    }

    /** Where the first part is right, the others have to be near, and else all of it very near. */
    private static boolean isNear(String name, String right) {
        return FIRST_PART.matcher(name).find()
                ? NearestName.isNear(rest(name), rest(right))
                : NearestName.isTypo(name, right);
    }

    private static String rest(String name) {
        return FIRST_PART.matcher(name).replaceFirst("");
    }

    /** All settings that the libraries on the class path describe. */
    private static List<Known> known() {
        JsonMapper json = new JsonMapper();
        List<Known> known = new ArrayList<>();
        try {
            for (URL url :
                    Collections.list(SpringApplication.class.getClassLoader().getResources(METADATA))) {
                try (InputStream metadata = url.openStream()) {
                    json.readTree(metadata).path("properties").forEach(property -> known.add(Known.of(property)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return known;
    }

    /**
     * A setting.
     *
     * @param isMap whether its name is followed by names of one's own
     */
    private record Known(String name, boolean isMap) {

        static Known of(JsonNode property) {
            return new Known(
                    UnknownSettings.uniform(property.path("name").asString("")),
                    property.path("type").asString("").startsWith("java.util.Map"));
        }

        boolean has(String text) {
            String uniform = UnknownSettings.uniform(text);
            return isMap ? uniform.startsWith(name) : uniform.equals(name);
        }
    }
}
