package dev.parley.bootstrap.settings;

import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose pages may call the API from a browser.
 *
 * @param origins as browsers send them (RFC 6454, section 6.2)
 */
public record CorsSettings(
        @DefaultValue
        List<
                        @Pattern(
                                regexp = "https?://(\\[[0-9a-f:.]+]|[a-z0-9.-]+)(:[0-9]{1,5})?",
                                message =
                                        "must be origins with commas between, such as https://shop.example.org, without a path; * is none")
                        String>
                origins) {

    public CorsSettings {
        origins = origins.stream()
                .map(String::strip)
                .filter(origin -> !origin.isEmpty())
                .map(origin -> origin.toLowerCase(Locale.ROOT))
                .toList();
    }
}
