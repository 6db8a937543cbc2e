package dev.parley.bootstrap.settings;

import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the database is reached, beside what Spring has settings for.
 *
 * @param directUrl where PostgreSQL itself is, if the datasource's address leads to a pooler; null if it does not
 */
public record DatabaseSettings(
        @Pattern(
                regexp = "jdbc:postgresql:.*",
                message = "must be a PostgreSQL address, such as jdbc:postgresql://localhost:5432/parley")
        @Nullable String directUrl) {

    public DatabaseSettings {
        directUrl = Setting.blankToNull(directUrl);
    }

    @Override
    public String toString() {
        return "DatabaseSettings[directUrl=" + (directUrl == null ? "none" : "set") + "]";
    }
}
