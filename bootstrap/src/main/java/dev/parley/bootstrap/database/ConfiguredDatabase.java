package dev.parley.bootstrap.database;

import dev.parley.bootstrap.settings.Setting;
import org.springframework.core.env.Environment;

/** The PostgreSQL that an operator has configured. */
public final class ConfiguredDatabase {

    private ConfiguredDatabase() {}

    /** How to connect to it; only where one is configured. */
    public static DatabaseAccess access(Environment environment) {
        return new DatabaseAccess(
                environment.getRequiredProperty(Setting.DATABASE_URL.property()),
                environment.getProperty(Setting.DATABASE_USERNAME.property()),
                environment.getProperty(Setting.DATABASE_PASSWORD.property()));
    }
}
