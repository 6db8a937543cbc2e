package dev.parley.bootstrap.settings;

import dev.parley.bootstrap.failure.InvalidConfigurationException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Pairs in one environment variable, as {@code name=value,name=value}. */
final class Pairs {

    private Pairs() {}

    /**
     * Reads pairs.
     *
     * @throws InvalidConfigurationException naming the setting, and none of the values, which may be secret
     */
    static Map<String, String> of(String setting, String text) {
        Map<String, String> pairs = new TreeMap<>();
        Arrays.stream(text.split(",")).filter(pair -> !pair.isBlank()).forEach(pair -> {
            String[] parts = pair.split("=", 2);
            if (parts.length < 2 || parts[0].isBlank()) {
                throw new InvalidConfigurationException(
                        setting + " must be pairs such as X-Title=Parley, with commas between.");
            }
            pairs.put(parts[0].strip(), parts[1].strip());
        });
        return pairs;
    }
}
