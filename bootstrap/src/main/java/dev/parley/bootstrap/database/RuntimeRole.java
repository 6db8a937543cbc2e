package dev.parley.bootstrap.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The privileges of the role that reads and writes rows. */
public final class RuntimeRole {

    /** A format in SQL: of the runtime role, the owner and the schema. */
    static final String REASSIGN_OWNED = """
            'begin; reassign owned by %1$I to %2$I; grant select, insert, update, delete on all tables in schema %3$I to %1$I; commit;'""";

    private static final String EXCESS = """
            with me as (
                select current_user as name, cast(? as text) as owner, current_schema() as schema, rolsuper as is_superuser,
                       pg_has_role(current_user, cast(? as name), 'usage') as is_member
                from pg_roles where rolname = current_user),
            mine as (
                select min(relname) as relname from pg_class
                where relnamespace = current_schema()::regnamespace and relkind = 'r'
                  and pg_get_userbyid(relowner) = current_user),
            truncatable as (
                select min(relname) as relname from pg_class
                where relnamespace = current_schema()::regnamespace and relkind = 'r'
                  and pg_get_userbyid(relowner) <> current_user and has_table_privilege(oid, 'truncate'))
            select format('%%1$s is a superuser; run: alter role %%1$I nosuperuser;', name) from me where is_superuser
            union all
            select format('%%1$s is a member of %%2$s; run, as a superuser: revoke %%2$I from %%1$I;', name, owner)
            from me where is_member and not is_superuser
            union all
            select format('%%1$s may make tables; run: revoke create on schema %%2$I from public, %%1$I;', name, schema)
            from me where not is_member and has_schema_privilege(schema, 'create')
            union all
            select format('%%s owns the table %%s; run, as a superuser: ', name, relname) || format(%s, name, owner, schema)
            from me, mine where relname is not null and not is_superuser
            union all
            select format('%%1$s may truncate %%2$s; run: revoke truncate on all tables in schema %%3$I from public, %%1$I;',
                          name, relname, schema)
            from me, truncatable where relname is not null and not is_member""".formatted(REASSIGN_OWNED);

    private static final String MISSING = """
            select 'grant ' || string_agg(privilege, ', ') || ' on ' || relname || ' to ' || quote_ident(current_user) || ';'
            from pg_class,
                 unnest(array['select', 'insert', 'update', 'delete']) with ordinality as needed (privilege, place)
            where relnamespace = current_schema()::regnamespace and relkind = 'r'
              and (relname <> 'flyway_schema_history' or privilege = 'select')
              and not has_table_privilege(oid, privilege)
            group by relname order by relname""";

    private RuntimeRole() {}

    /**
     * What the role of a connection may do beyond reading and writing rows, each as a sentence with the SQL against it.
     *
     * @param owner the schema's owner, another role
     */
    public static List<String> excessPrivileges(Connection connection, DatabaseAccess owner) throws SQLException {
        String name = String.valueOf(owner.username());
        return FirstColumn.of(connection, EXCESS, name, name);
    }

    /** The grants that the role of a connection needs and does not have. */
    public static List<String> missingGrants(Connection connection) throws SQLException {
        return FirstColumn.of(connection, MISSING);
    }
}
