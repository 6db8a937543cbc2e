package dev.parley.bootstrap.diagnosis;

import dev.parley.bootstrap.command.CommandDatabase;
import dev.parley.bootstrap.command.ServerConfiguration;
import dev.parley.bootstrap.database.DatabaseAccess;
import dev.parley.bootstrap.database.DatabaseErrorText;
import dev.parley.bootstrap.database.DatabaseRoutes;
import dev.parley.bootstrap.failure.InvalidConfigurationException;
import dev.parley.bootstrap.settings.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;

/** Examines the database, and all others whom the server would call, with the same configuration and without starting the server. */
public final class Doctor {

    private static final List<Check> COLUMNS = List.of(new TableCheck(), new SchemaCheck("columns", Part.Kind.COLUMN));

    /** A foreign key needs the index that it refers to, and so is mended behind it. */
    private static final List<Check> INDEXES_AND_CONSTRAINTS =
            List.of(new SchemaCheck("indexes", Part.Kind.INDEX), new SchemaCheck("constraints", Part.Kind.CONSTRAINT));

    private Doctor() {}

    /**
     * Examines and prints each finding.
     *
     * @param arguments Spring's command-line properties
     * @return the exit code: 0 where all is well, 1 otherwise
     */
    static int examine(String[] arguments, PrintWriter out) {
        List<Finding> findings = findings(arguments);
        findings.forEach(out::println);
        return findings.stream().allMatch(Finding::isOk) ? 0 : 1;
    }

    /** Examines a database that can be reached. */
    static List<Finding> examine(DatabaseRoutes routes, InstantSource clock) {
        DatabaseAccess access = routes.runtime();
        try (Connection connection = access.connect()) {
            // A pooler may give each transaction another session, which does not know what was prepared before.
            connection.unwrap(PGConnection.class).setPrepareThreshold(0);
            List<Finding> findings = new ArrayList<>();
            findings.add(Finding.ok("connection: " + access.place()));
            findings.addAll(findings(List.of(new ServerCheck(access)), connection));
            findings.addAll(ofSchema(routes, clock, connection));
            return findings;
        } catch (SQLException e) {
            return List.of(Finding.mend("connection", DatabaseErrorText.of(access, e)));
        }
    }

    private static List<Finding> findings(String[] arguments) {
        try {
            ServerConfiguration configuration = ServerConfiguration.read(arguments);
            RemoteChecks others = RemoteChecks.begin(remoteChecks(configuration.settings()));
            List<Finding> findings = new ArrayList<>(ofDatabase(configuration));
            findings.addAll(others.findings());
            return findings;
        } catch (InvalidConfigurationException refusal) {
            return List.of(Finding.mend("configuration", refusal.sentence()));
        }
    }

    private static List<RemoteCheck> remoteChecks(Settings settings) {
        List<RemoteCheck> checks = new ArrayList<>();
        if (settings.auth().issuerUri() != null) {
            checks.add(new IssuerCheck(settings.auth().issuerUri()));
        }
        if (settings.assistant().isModelSet()) {
            checks.add(new ModelCheck(settings.assistant()));
        }
        settings.mcp().connections().forEach(server -> checks.add(new McpCheck(server)));
        if (settings.publicUrl() != null) {
            checks.add(new PublicUrlCheck(settings.publicUrl()));
        }
        return checks;
    }

    private static List<Finding> ofDatabase(ServerConfiguration configuration) {
        try (CommandDatabase patient = CommandDatabase.of(configuration)) {
            return examine(patient.routes(), InstantSource.system());
        } catch (InvalidConfigurationException refusal) {
            return List.of(Finding.mend("configuration", refusal.sentence()));
        } catch (IOException e) {
            return List.of(Finding.mend("data folder", "it cannot be read: " + e));
        }
    }

    /** What is in a schema of another build, or on a missing column, is not looked at: no advice for it would help. */
    private static List<Finding> ofSchema(DatabaseRoutes routes, InstantSource clock, Connection connection) {
        List<Finding> findings = new ArrayList<>(findings(new SchemaVersionCheck(), connection));
        if (findings.stream().noneMatch(SchemaVersionCheck::isOfAnotherBuild)) {
            List<Finding> columns = findings(COLUMNS, connection);
            findings.addAll(columns);
            if (columns.stream().allMatch(Finding::isOk)) {
                findings.addAll(findings(INDEXES_AND_CONSTRAINTS, connection));
            }
            findings.addAll(findings(checksOfUse(routes, clock), connection));
        }
        return findings;
    }

    private static List<Check> checksOfUse(DatabaseRoutes routes, InstantSource clock) {
        return List.of(
                new RoleCheck(routes),
                new NotificationCheck(routes.direct()),
                new ClockCheck(clock),
                new RoundTripCheck());
    }

    private static List<Finding> findings(List<Check> checks, Connection connection) {
        return checks.stream()
                .flatMap(check -> findings(check, connection).stream())
                .toList();
    }

    private static List<Finding> findings(Check check, Connection connection) {
        try {
            return check.examine(connection);
        } catch (SQLException e) {
            return List.of(Finding.mend(check.subject(), "the database refuses the check: " + e.getMessage()));
        }
    }
}
