package dev.parley.bootstrap.database;

import dev.parley.bootstrap.failure.InvalidConfigurationException;
import dev.parley.bootstrap.settings.Setting;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The role that owns the schema. It grants the runtime role what that needs: to read and write rows, nothing else. */
final class SchemaOwner {

    private static final Logger log = LoggerFactory.getLogger(SchemaOwner.class);

    /** Nodes that start at the same time grant one after the other: PostgreSQL refuses two changes of the same rights. */
    private static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(hashtextextended('parley grants', 0))";

    /** The statement that hands tables of another role over; no row where the owner has them already. */
    private static final String CHANGE_OWNER = """
            select format(%s, pg_get_userbyid(relowner), current_user, current_schema()) from pg_class
            where relnamespace = current_schema()::regnamespace and relname = 'flyway_schema_history'
              and not pg_has_role(current_user, relowner, 'usage')""".formatted(RuntimeRole.REASSIGN_OWNED);

    /** The statements that are missing. */
    private static final String GRANTS = """
            with runner as (select cast(? as text) as role), here as (
                select c.oid, c.relname, role from pg_class c, runner
                where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p')
                  and pg_has_role(current_user, relowner, 'usage'))
            select format('grant usage on schema %I to %I', current_schema(), role) from runner
            where not has_schema_privilege(role, current_schema(), 'usage')
            union all
            select format('alter default privileges in schema %I grant select, insert, update, delete on tables to %I',
                          current_schema(), role)
            from runner
            where not exists (
                select from pg_default_acl d, aclexplode(d.defaclacl) as a
                where d.defaclrole = quote_ident(current_user)::regrole and d.defaclnamespace = current_schema()::regnamespace
                  and d.defaclobjtype = 'r' and a.grantee = quote_ident(role)::regrole and a.privilege_type = 'DELETE')
            union all
            select format('grant select, insert, update, delete on table %s to %I', oid::regclass, role) from here
            where relname <> 'flyway_schema_history'
              and not (has_table_privilege(role, oid, 'select') and has_table_privilege(role, oid, 'insert')
                       and has_table_privilege(role, oid, 'update') and has_table_privilege(role, oid, 'delete'))
            union all
            select format('revoke all on table %s from %I', oid::regclass, role) from here
            where relname = 'flyway_schema_history' and has_table_privilege(role, oid, 'insert, update, delete')
            union all
            select format('grant select on table %s to %I', oid::regclass, role) from here
            where relname = 'flyway_schema_history'
              and (has_table_privilege(role, oid, 'insert, update, delete') or not has_table_privilege(role, oid, 'select'))""";

    private final DatabaseRoutes routes;

    SchemaOwner(DatabaseRoutes routes) {
        this.routes = routes;
    }

    /**
     * Stops a migration that would fail, since the tables are another role's.
     *
     * @throws InvalidConfigurationException with the statement that hands them over
     */
    void refuseForeignTables() {
        try (Connection connection = routes.migration().connect()) {
            List<String> changeOwner = FirstColumn.of(connection, CHANGE_OWNER);
            if (!changeOwner.isEmpty()) {
                throw new InvalidConfigurationException("The tables belong to another role than "
                        + Setting.MIGRATION_USERNAME + ". As a superuser, run: " + changeOwner.getFirst());
            }
        } catch (SQLException e) {
            throw new InvalidConfigurationException(DatabaseErrorText.ofMigration(routes.migration(), e), e);
        }
    }

    /** Grants the runtime role what it needs on all tables that exist, and on those of later migrations. */
    void grantRuntimeRole() {
        try (Connection runtime = connectAsRuntimeRole()) {
            String role = currentUser(runtime);
            if (routes.hasTwoRoles()) {
                grant(role);
                RuntimeRole.excessPrivileges(runtime, routes.migration())
                        .forEach(excess ->
                                log.warn("The PostgreSQL role has more privileges than it needs: {}", excess));
            } else {
                log.info(
                        "One PostgreSQL role, {}, migrates and runs; set {} to have another one own the schema",
                        role,
                        Setting.MIGRATION_USERNAME);
            }
        } catch (SQLException e) {
            throw new InvalidConfigurationException(
                    "The owner of the schema cannot grant the PostgreSQL role of the server its privileges: "
                            + e.getMessage() + ".",
                    e);
        }
    }

    private void grant(String role) throws SQLException {
        try (Connection owner = connectAsOwner()) {
            owner.setAutoCommit(false);
            FirstColumn.of(owner, ONE_AT_A_TIME);
            List<String> grants = FirstColumn.of(owner, GRANTS, role);
            try (Statement statement = owner.createStatement()) {
                for (String grant : grants) {
                    statement.execute(grant);
                }
            }
            owner.commit();
        }
    }

    private Connection connectAsRuntimeRole() {
        try {
            return routes.runtime().connect();
        } catch (SQLException e) {
            throw new InvalidConfigurationException(DatabaseErrorText.of(routes.runtime(), e), e);
        }
    }

    private Connection connectAsOwner() {
        try {
            return routes.migration().connect();
        } catch (SQLException e) {
            throw new InvalidConfigurationException(DatabaseErrorText.ofMigration(routes.migration(), e), e);
        }
    }

    private static String currentUser(Connection connection) throws SQLException {
        return FirstColumn.of(connection, "select current_user").getFirst();
    }
}
