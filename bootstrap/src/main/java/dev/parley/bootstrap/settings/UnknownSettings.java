package dev.parley.bootstrap.settings;

import dev.parley.bootstrap.failure.NearestName;
import dev.parley.bootstrap.failure.SettingName;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;

/** Finds what is set under {@code parley} and means nothing, such as a misspelt limit, or looks like a setting of Spring. */
final class UnknownSettings {

    private static final Pattern OURS = Pattern.compile("parley[._].+", Pattern.CASE_INSENSITIVE);

    /** What tests and Kubernetes, for a service of Parley's name, put into the environment. */
    private static final Pattern OTHERS = Pattern.compile(
            "PARLEY_TEST_.+|PARLEY_(.+_)?(SERVICE_HOST|SERVICE_PORT(_.+)?|PORT(_\\d+_(TCP|UDP)(_.+)?)?)");

    /** Where the name of a server stands in {@code parley.mcp.servers.files.url}. */
    private static final int NAME_OF_SERVER = 3;

    private UnknownSettings() {}

    /** A sentence for each, with the nearest name of a setting. */
    static List<String> sentences(ConfigurableEnvironment environment) {
        return Stream.concat(ours(environment).stream(), SpringSettings.sentences(names(environment)).stream())
                .toList();
    }

    private static List<String> ours(ConfigurableEnvironment environment) {
        return names(environment)
                .filter(name -> OURS.matcher(name).matches())
                .filter(name -> !OTHERS.matcher(name).matches())
                .filter(name -> !isKnown(name))
                .distinct()
                .sorted()
                .map(UnknownSettings::sentence)
                .toList();
    }

    private static String sentence(String name) {
        String hint = NearestName.of(name, known(name))
                .map(nearest -> "; the nearest one is " + nearest + ".")
                .orElse("; docs/settings.md lists those that there are.");
        return name + " is not a setting of Parley" + hint;
    }

    /** The settings in the form of a name, which is a property or a variable, and those of its tool or server. */
    private static Stream<String> known(String name) {
        String[] parts = name.split("[._]", -1);
        String server = parts[Math.min(parts.length - 1, NAME_OF_SERVER)];
        String tool = parts[Math.max(0, parts.length - 2)];
        return properties()
                .map(property -> property.replace("<name>", property.contains(".mcp.") ? server : tool))
                .map(property -> name.contains(".") ? property : SettingName.variable(property));
    }

    /** All properties below {@code parley} as the records have them; a tool's and a server's name is {@code <name>}. */
    static Stream<String> properties() {
        return Stream.concat(
                properties("parley", Settings.class), properties("parley.chatkit", ClientToolSettings.class));
    }

    private static Stream<String> properties(String property, Class<?> type) {
        return type.isRecord()
                ? Arrays.stream(type.getRecordComponents())
                        .flatMap(component -> properties(
                                property + "." + DataObjectPropertyName.toDashedForm(component.getName()), component))
                : Stream.of(property);
    }

    private static Stream<String> properties(String property, RecordComponent component) {
        return component.getGenericType() instanceof ParameterizedType type && type.getRawType() == Map.class
                ? properties(property + ".<name>", (Class<?>) type.getActualTypeArguments()[1])
                : properties(property, component.getType());
    }

    private static boolean isKnown(String name) {
        return McpSettings.knows(name)
                || ClientToolSettings.knows(name)
                || properties().anyMatch(property -> isSame(property, name));
    }

    /** Whether two names are of one setting, which has several spellings. */
    static boolean isSame(String one, String other) {
        return uniform(one).equals(uniform(other));
    }

    static String uniform(String name) {
        return name.replaceAll("[._-]", "").toLowerCase(Locale.ROOT);
    }

    private static Stream<String> names(ConfigurableEnvironment environment) {
        return environment.getPropertySources().stream()
                .filter(EnumerablePropertySource.class::isInstance)
                .flatMap(source -> Arrays.stream(((EnumerablePropertySource<?>) source).getPropertyNames()));
    }
}
