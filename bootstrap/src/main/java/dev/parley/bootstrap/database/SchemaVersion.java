package dev.parley.bootstrap.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The version of the schema: what a database has, and what this build of Parley brings. */
public final class SchemaVersion {

    /** Reads the version of a database, null where there is none; fails where it was never migrated. */
    public static final String QUERY =
            "select version from flyway_schema_history where success order by installed_rank desc limit 1";

    private static final Pattern MIGRATION = Pattern.compile("V(.+?)__.+\\.sql");

    private SchemaVersion() {}

    /** Whether a database lacks migrations of a build. A newer schema does: the nodes of an upgrade change one by one. */
    static boolean isOlder(@Nullable String migration, String newest) {
        return migration == null
                || MigrationVersion.fromVersion(migration).compareTo(MigrationVersion.fromVersion(newest)) < 0;
    }

    /** The version of the newest migration in this build. */
    public static String newest() {
        try {
            Resource[] migrations =
                    new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/V*.sql");
            return Arrays.stream(migrations)
                    .map(migration -> MIGRATION.matcher(Objects.requireNonNullElse(migration.getFilename(), "")))
                    .filter(Matcher::matches)
                    .map(name -> MigrationVersion.fromVersion(name.group(1)))
                    .max(Comparator.naturalOrder())
                    .orElseThrow(() -> new IllegalStateException("this build has no migrations"))
                    .getVersion();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
