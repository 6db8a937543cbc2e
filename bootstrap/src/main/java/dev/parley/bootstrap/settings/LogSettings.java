package dev.parley.bootstrap.settings;

import dev.parley.bootstrap.constraint.ReadableFile;
import dev.parley.bootstrap.failure.BindingErrorText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.logging.LogLevel;
import org.springframework.core.Ordered;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.ClassUtils;

/**
 * Finds wrong settings of the log, which Spring Boot reads before any others, and with which nothing could be logged. They
 * are replaced by the defaults, so that a sentence ends the start as with others.
 */
final class LogSettings implements EnvironmentPostProcessor, Ordered {

    private static final String LEVELS = "logging.level";
    private static final List<String> THRESHOLDS = List.of("logging.threshold.console", "logging.threshold.file");
    private static final List<String> FORMATS =
            List.of("logging.structured.format.console", "logging.structured.format.file");
    private static final List<String> FORMAT_NAMES = List.of("ecs", "gelf", "logstash");
    private static final String CONFIGURATION = "logging.config";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Binder binder = Binder.get(environment);
        Defaults defaults = new Defaults();
        levels(binder).forEach((property, level) -> {
            if (!isLevel(level)) {
                defaults.put(property, "info", BindingErrorText.sentence(property, LogLevel.class, level));
            }
        });
        FORMATS.forEach(property -> {
            String format = binder.bind(property, String.class).orElse("");
            if (!isFormat(format)) {
                String rule = "must be ecs, gelf or logstash";
                defaults.put(property, "", BindingErrorText.sentence(property, rule, format));
            }
        });
        String file = binder.bind(CONFIGURATION, String.class).orElse("");
        if (!ReadableFile.is(file)) {
            defaults.put(CONFIGURATION, "", BindingErrorText.sentence(CONFIGURATION, ReadableFile.RULE, file));
        }
        environment.getPropertySources().addFirst(defaults);
    }

    /** After all that reads configuration. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    /** A sentence for each that was found. */
    static List<String> sentences(ConfigurableEnvironment environment) {
        return environment.getPropertySources().get(Defaults.NAME) instanceof Defaults found
                ? List.copyOf(found.sentences)
                : List.of();
    }

    private static Map<String, String> levels(Binder binder) {
        Map<String, String> levels = new HashMap<>();
        binder.bind(LEVELS, Bindable.mapOf(String.class, String.class))
                .orElse(Map.of())
                .forEach((logger, level) -> levels.put(LEVELS + "." + logger, level));
        THRESHOLDS.forEach(
                property -> binder.bind(property, String.class).ifBound(level -> levels.put(property, level)));
        return levels;
    }

    private static boolean isLevel(String text) {
        try {
            ApplicationConversionService.getSharedInstance().convert(text, LogLevel.class);
            return true;
        } catch (ConversionException e) {
            return false;
        }
    }

    /** A class of one's own is a format, too. */
    private static boolean isFormat(String text) {
        return text.isEmpty()
                || FORMAT_NAMES.stream().anyMatch(text::equalsIgnoreCase)
                || ClassUtils.isPresent(text, null);
    }

    private static final class Defaults extends MapPropertySource {

        private static final String NAME = "defaults of wrong settings of the log";

        private final List<String> sentences = new ArrayList<>();

        Defaults() {
            super(NAME, new HashMap<>());
        }

        void put(String property, String value, String sentence) {
            getSource().put(property, value);
            sentences.add(sentence);
        }
    }
}
