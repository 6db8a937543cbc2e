package dev.parley.bootstrap.path;

import dev.parley.bootstrap.failure.InvalidConfigurationException;
import dev.parley.bootstrap.settings.OnEmbeddedDatabase;
import dev.parley.bootstrap.settings.Setting;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;

/** Refuses to start where Java would use other folders or texts than those that are set, before anything is made. */
public final class PathCheck implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {

    private static final Pattern PARLEYS_SETTINGS =
            Pattern.compile("(parley|spring|server|management|logging)[._].+", Pattern.CASE_INSENSITIVE);

    /** Settings whose values name files; a schema may be one, or the JSON itself. */
    private static final Pattern FILE_SETTINGS = Pattern.compile(
            "parley\\.assistant\\.system-?prompt-?file|parley\\.chatkit\\.client-?tools\\..+\\.schema"
                    + "|logging\\.file\\..+|server\\.ssl\\.(certificate|certificate-private-key|key-store|trust-.+)",
            Pattern.CASE_INSENSITIVE);

    private static final String REMEDY = "Start Parley with LC_ALL=C.UTF-8 in its environment";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        refuse(context.getEnvironment());
    }

    /** Before the settings are checked, which begin with what could not be read. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE - 20;
    }

    /**
     * Checks all settings, and the data folder of the embedded default.
     *
     * @throws InvalidConfigurationException if something cannot be read or named in this process's locale
     */
    public static void refuse(ConfigurableEnvironment environment) {
        refuse(environment, PathEncoding.ofThisProcess(), System.getProperty("user.dir", ""));
    }

    static void refuse(ConfigurableEnvironment environment, PathEncoding encoding, String workingFolder) {
        values(environment).forEach(value -> value.check(encoding));
        String folder = environment.getProperty(Setting.DATA_DIR.property(), "");
        String path = folder.startsWith("/") ? folder : workingFolder + "/" + (folder.isBlank() ? ".parley" : folder);
        if (OnEmbeddedDatabase.holds(environment) && !encoding.canEncode(path)) {
            throw new InvalidConfigurationException(
                    "The data folder " + path + " cannot be used in this locale, whose encoding is "
                            + encoding.charset() + ": Java would use another one, with ? in its name. " + REMEDY
                            + ", or set " + Setting.DATA_DIR + " to a folder of ASCII letters.");
        }
    }

    private static Stream<Value> values(ConfigurableEnvironment environment) {
        return environment.getPropertySources().stream()
                .filter(EnumerablePropertySource.class::isInstance)
                .map(source -> (EnumerablePropertySource<?>) source)
                .flatMap(PathCheck::values);
    }

    private static Stream<Value> values(EnumerablePropertySource<?> source) {
        List<String> names = Arrays.asList(source.getPropertyNames());
        return names.stream()
                .filter(name -> PARLEYS_SETTINGS.matcher(name).matches())
                .map(name -> new Value(name, String.valueOf(source.getProperty(name))));
    }

    /** A setting and its value. */
    private record Value(String name, String text) {

        void check(PathEncoding encoding) {
            if (PathEncoding.hasReplacements(text)) {
                throw new InvalidConfigurationException(
                        name + " has characters that Java cannot read in this locale, whose encoding is "
                                + encoding.charset() + ". " + REMEDY + ".");
            }
            if (namesAFile() && !encoding.canEncode(text)) {
                throw new InvalidConfigurationException(
                        name + " names a file that Java cannot reach in this locale, whose encoding is "
                                + encoding.charset() + ": " + text + ". " + REMEDY + ".");
            }
        }

        private boolean namesAFile() {
            return !text.stripLeading().startsWith("{")
                    && FILE_SETTINGS.matcher(name.replace('_', '.')).matches();
        }
    }
}
