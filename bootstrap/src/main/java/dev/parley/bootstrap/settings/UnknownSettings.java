package dev.parley.bootstrap.settings;

import dev.parley.bootstrap.failure.InvalidConfigurationException;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;

/** Finds what is set under {@code parley} and means nothing, such as a misspelt limit. */
final class UnknownSettings {

    private static final Pattern OURS = Pattern.compile("parley[._].+", Pattern.CASE_INSENSITIVE);

    /** What tests and Kubernetes, for a service of Parley's name, put into the environment. */
    private static final Pattern OTHERS = Pattern.compile(
            "PARLEY_TEST_.+|PARLEY_(.+_)?(SERVICE_HOST|SERVICE_PORT(_.+)?|PORT(_\\d+_(TCP|UDP)(_.+)?)?)");

    private UnknownSettings() {}

    static void refuse(ConfigurableEnvironment environment) {
        names(environment)
                .filter(name -> OURS.matcher(name).matches())
                .filter(name -> !OTHERS.matcher(name).matches())
                .filter(name -> !Setting.knows(name) && !McpSettings.knows(name) && !ClientToolSettings.knows(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new InvalidConfigurationException(
                            name + " is not a setting of Parley; there are " + known() + ".");
                });
    }

    private static Stream<String> names(ConfigurableEnvironment environment) {
        return environment.getPropertySources().stream()
                .filter(EnumerablePropertySource.class::isInstance)
                .flatMap(source -> Arrays.stream(((EnumerablePropertySource<?>) source).getPropertyNames()));
    }

    private static String known() {
        Stream<String> settings = Arrays.stream(Setting.values())
                .filter(setting -> setting.property().startsWith("parley."))
                .map(Setting::toString);
        Stream<String> ofServers = Stream.of("url", "headers", "command", "arguments", "environment", "prefix", "tools")
                .map(setting -> McpSettings.named("<name>", setting));
        Stream<String> ofTools =
                Stream.of("name", "description", "schema").map(setting -> ClientToolSettings.named("<name>", setting));
        return String.join(
                ", ",
                Stream.of(settings, ofServers, ofTools).flatMap(all -> all).toList());
    }
}
