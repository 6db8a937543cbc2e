package dev.parley.bootstrap.settings;

import static dev.parley.bootstrap.settings.Setting.CORS_ORIGINS;

import dev.parley.bootstrap.failure.InvalidConfigurationException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose pages may call the API from a browser.
 *
 * @param origins as browsers send them (RFC 6454, section 6.2)
 */
public record CorsSettings(@DefaultValue List<String> origins) {

    private static final Pattern ORIGIN = Pattern.compile("https?://(\\[[0-9a-f:.]+]|[a-z0-9.-]+)(:[0-9]{1,5})?");

    public CorsSettings {
        origins = origins.stream()
                .map(String::strip)
                .filter(origin -> !origin.isEmpty())
                .map(origin -> origin.toLowerCase(Locale.ROOT))
                .toList();
        for (String origin : origins) {
            if (!ORIGIN.matcher(origin).matches()) {
                throw new InvalidConfigurationException(CORS_ORIGINS
                        + " must be origins with commas between, such as https://shop.example.org, without a path; * is"
                        + " none. But one is \"" + origin + "\".");
            }
        }
    }
}
