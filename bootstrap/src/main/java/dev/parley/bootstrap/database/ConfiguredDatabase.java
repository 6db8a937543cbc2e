package dev.parley.bootstrap.database;

import dev.parley.bootstrap.settings.Setting;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/** The PostgreSQL that an operator has configured. */
public final class ConfiguredDatabase {

    private ConfiguredDatabase() {}

    /** The ways to it; only where one is configured. */
    public static DatabaseRoutes routes(Environment environment) {
        DatabaseAccess runtime = new DatabaseAccess(
                environment.getRequiredProperty(Setting.DATABASE_URL.property()),
                environment.getProperty(Setting.DATABASE_USERNAME.property()),
                environment.getProperty(Setting.DATABASE_PASSWORD.property()));
        String url = set(environment, Setting.DATABASE_DIRECT_URL);
        DatabaseAccess direct = url == null ? runtime : new DatabaseAccess(url, runtime.username(), runtime.password());
        String owner = set(environment, Setting.MIGRATION_USERNAME);
        DatabaseAccess migration = owner == null || owner.equals(runtime.username())
                ? direct
                : new DatabaseAccess(
                        direct.url(), owner, environment.getProperty(Setting.MIGRATION_PASSWORD.property()));
        return new DatabaseRoutes(runtime, direct, migration);
    }

    private static @Nullable String set(Environment environment, Setting setting) {
        return setting.isSetIn(environment) ? environment.getProperty(setting.property()) : null;
    }
}
