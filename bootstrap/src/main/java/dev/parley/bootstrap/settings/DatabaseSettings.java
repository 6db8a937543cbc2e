package dev.parley.bootstrap.settings;

import static dev.parley.bootstrap.settings.Setting.DATABASE_DIRECT_URL;

import dev.parley.bootstrap.failure.InvalidConfigurationException;
import org.jspecify.annotations.Nullable;

/**
 * How the database is reached, beside what Spring has settings for.
 *
 * @param directUrl where PostgreSQL itself is, if the datasource's address leads to a pooler; null if it does not
 */
public record DatabaseSettings(@Nullable String directUrl) {

    public DatabaseSettings {
        directUrl = Setting.blankToNull(directUrl);
        if (directUrl != null && !directUrl.startsWith("jdbc:postgresql:")) {
            throw new InvalidConfigurationException(DATABASE_DIRECT_URL
                    + " must be a PostgreSQL address such as jdbc:postgresql://localhost:5432/parley.");
        }
    }

    @Override
    public String toString() {
        return "DatabaseSettings[directUrl=" + (directUrl == null ? "none" : "set") + "]";
    }
}
