package dev.parley.application.shared;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What Parley says, in each of its languages but English: from files of {@link Properties} in XML, beside this class. */
final class Translations {

    private static final Map<Language, Map<String, String>> ALL = Arrays.stream(Language.values())
            .filter(language -> language != Language.ENGLISH)
            .collect(Collectors.toUnmodifiableMap(Function.identity(), Translations::read));

    private Translations() {}

    /** By the English sentences. */
    static Map<String, String> into(Language language) {
        return ALL.getOrDefault(language, Map.of());
    }

    private static Map<String, String> read(Language language) {
        String file = language.name().toLowerCase(Locale.ROOT) + ".xml";
        Properties read = new Properties();
        try (InputStream sentences = Translations.class.getResourceAsStream(file)) {
            read.loadFromXML(sentences);
        } catch (IOException e) {
            throw new UncheckedIOException("the translations in " + file + " cannot be read", e);
        }
        return read.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(Function.identity(), read::getProperty));
    }
}
