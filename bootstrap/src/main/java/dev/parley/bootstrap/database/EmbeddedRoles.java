package dev.parley.bootstrap.database;

import dev.parley.bootstrap.folder.DataFolder;
import dev.parley.bootstrap.folder.SecretFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/** The roles of an embedded server. Its superuser is used to make them, and for nothing else. */
final class EmbeddedRoles {

    private static final String OWNER = "parley_owner";
    private static final String RUNTIME = "parley";
    private static final String OWNER_PASSWORD = "postgres-owner-password";
    private static final String RUNTIME_PASSWORD = "postgres-parley-password";
    private static final String REMEDY = "delete it to have a new one made.";

    /** Set at each start. */
    private static final String ATTRIBUTES =
            "login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password '%s'";

    /** Earlier versions ran as the superuser and left everything to it. */
    private static final String CHANGE_OWNER = """
            do $$
            declare
                statement text;
            begin
                for statement in
                    select format('alter %s %s owner to parley_owner',
                                  case relkind when 'S' then 'sequence' when 'v' then 'view'
                                               when 'm' then 'materialized view' else 'table' end, oid::regclass)
                    from pg_class
                    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'S')
                      and relowner <> 'parley_owner'::regrole
                      and not exists (select from pg_depend
                                      where classid = 'pg_class'::regclass and objid = pg_class.oid
                                        and deptype in ('a', 'i', 'e'))
                    union all
                    select format('alter routine %s owner to parley_owner', oid::regprocedure)
                    from pg_proc
                    where pronamespace = 'public'::regnamespace and proowner <> 'parley_owner'::regrole
                      and not exists (select from pg_depend
                                      where classid = 'pg_proc'::regclass and objid = pg_proc.oid and deptype = 'e')
                loop
                    execute statement;
                end loop;
            end $$""";

    private final SecretFile ownerPassword;
    private final SecretFile runtimePassword;

    EmbeddedRoles(DataFolder folder) {
        this.ownerPassword = new SecretFile(folder.path(), OWNER_PASSWORD, REMEDY);
        this.runtimePassword = new SecretFile(folder.path(), RUNTIME_PASSWORD, REMEDY);
    }

    /**
     * Makes the roles if they do not exist, and sets their passwords, ownership and privileges.
     *
     * @return the ways to the server as these roles
     */
    DatabaseRoutes prepare(DatabaseAccess superuser) throws SQLException {
        try (Connection connection = superuser.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String sql : statements()) {
                statement.execute(sql);
            }
            connection.commit();
        }
        DatabaseRoutes routes = routes(superuser.url(), runtimePassword.text(), ownerPassword.text());
        new SchemaOwner(routes).grantRuntimeRole();
        return routes;
    }

    /**
     * The ways to a server that another process has prepared.
     *
     * @return empty where it has not yet
     */
    static Optional<DatabaseRoutes> routes(Path folder, String url) throws IOException {
        Path owner = folder.resolve(OWNER_PASSWORD);
        Path runtime = folder.resolve(RUNTIME_PASSWORD);
        if (!Files.exists(owner) || !Files.exists(runtime)) {
            return Optional.empty();
        }
        return Optional.of(routes(
                url, Files.readString(runtime).strip(), Files.readString(owner).strip()));
    }

    private static DatabaseRoutes routes(String url, String runtimePassword, String ownerPassword) {
        DatabaseAccess runtime = new DatabaseAccess(url, RUNTIME, runtimePassword);
        return new DatabaseRoutes(runtime, runtime, new DatabaseAccess(url, OWNER, ownerPassword));
    }

    private List<String> statements() {
        return List.of(
                role(OWNER),
                role(RUNTIME),
                "alter role " + OWNER + " " + ATTRIBUTES.formatted(ownerPassword.text()),
                "alter role " + RUNTIME + " " + ATTRIBUTES.formatted(runtimePassword.text()),
                "revoke all on database postgres from public",
                "grant connect on database postgres to " + OWNER + ", " + RUNTIME,
                "alter schema public owner to " + OWNER,
                "revoke create on schema public from public",
                "grant usage on schema public to " + RUNTIME,
                CHANGE_OWNER);
    }

    private static String role(String name) {
        return "do $$ begin if to_regrole('%1$s') is null then create role %1$s; end if; end $$".formatted(name);
    }
}
