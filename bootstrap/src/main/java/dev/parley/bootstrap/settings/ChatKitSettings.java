package dev.parley.bootstrap.settings;

import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the ChatKit protocol is spoken.
 *
 * @param onDisconnect what becomes of an answer whose client drops the connection
 * @param imageDomains from where the images of answers may come, or {@code *} for anywhere; empty for Parley's own domain
 */
public record ChatKitSettings(
        @DefaultValue("cancel") OnDisconnect onDisconnect,

        @DefaultValue
        List<
                        @Pattern(
                                regexp = "\\*|(\\*\\.)?[a-z0-9]([a-z0-9.-]*[a-z0-9])?",
                                message =
                                        "must be domains with commas between, such as images.example.org, or * for any")
                        String>
                imageDomains) {

    public ChatKitSettings {
        imageDomains = imageDomains.stream()
                .map(String::strip)
                .filter(domain -> !domain.isEmpty())
                .map(domain -> domain.toLowerCase(Locale.ROOT))
                .toList();
    }

    /** What becomes of an answer whose client is gone. */
    public enum OnDisconnect {
        /** It stops; what it has said is kept. */
        CANCEL,
        /** It goes on to its end. */
        CONTINUE
    }
}
