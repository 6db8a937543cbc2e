package dev.parley.bootstrap.database;

import dev.parley.bootstrap.failure.InvalidConfigurationException;
import dev.parley.bootstrap.settings.Setting;
import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * An operating system and a processor, as Java names them. A build has the PostgreSQL of the one that it was made on.
 *
 * @param system such as {@code Linux}
 * @param architecture such as {@code amd64}
 */
record Platform(String system, String architecture) {

    private static final String ARCHIVES = "classpath*:postgres-*.txz";
    private static final Pattern ARCHIVE = Pattern.compile("postgres-([a-z]+)-(.+)\\.txz");

    static Platform current() {
        return new Platform(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    /**
     * The archive of its PostgreSQL.
     *
     * @throws InvalidConfigurationException if this build has none
     */
    InputStream postgres() throws IOException {
        try {
            return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
                    systemOfArchives(), architecture.equals("amd64") ? "x86_64" : architecture);
        } catch (IllegalStateException e) {
            throw new InvalidConfigurationException(
                    "This jar was built on " + built() + " and has no PostgreSQL for " + this + "; set "
                            + Setting.DATABASE_URL + ", or build it here.",
                    e);
        }
    }

    /**
     * Refuses a platform whose PostgreSQL this build has not got.
     *
     * @throws InvalidConfigurationException if it has none
     */
    void refuseWithoutPostgres() {
        try {
            postgres().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return systemOfArchives().toLowerCase(Locale.ROOT) + "/" + architecture;
    }

    private String systemOfArchives() {
        if (system.startsWith("Windows")) {
            return "Windows";
        }
        return system.startsWith("Mac") ? "Darwin" : system;
    }

    private static String built() {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(ARCHIVES))
                    .map(archive -> name(archive.getFilename()))
                    .distinct()
                    .collect(Collectors.joining(", "));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(@Nullable String archive) {
        Matcher parts = ARCHIVE.matcher(String.valueOf(archive));
        return parts.matches()
                ? parts.group(1) + "/" + (parts.group(2).startsWith("arm") ? "aarch64" : "amd64")
                : String.valueOf(archive);
    }
}
