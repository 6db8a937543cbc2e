package dev.parley.bootstrap.diagnosis;

import dev.parley.bootstrap.database.DatabaseRoutes;
import dev.parley.bootstrap.database.RuntimeRole;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Does the runtime role have the privileges that it needs and, if another role owns the schema, no others?
 *
 * @param routes the roles
 */
record RoleCheck(DatabaseRoutes routes) implements Check {

    @Override
    public String subject() {
        return "role";
    }

    @Override
    public List<Finding> examine(Connection connection) throws SQLException {
        List<Finding> findings = new ArrayList<>();
        for (String grant : RuntimeRole.missingGrants(connection)) {
            findings.add(Finding.mend(subject(), "it lacks rights; run, as the schema's owner: " + grant));
        }
        if (routes.hasTwoRoles()) {
            for (String excess : RuntimeRole.excessPrivileges(connection, routes.migration())) {
                findings.add(Finding.mend(subject(), excess));
            }
        }
        return findings.isEmpty()
                ? List.of(Finding.ok("role: " + (routes.hasTwoRoles() ? "reads and writes rows" : "runs and migrates")))
                : findings;
    }
}
