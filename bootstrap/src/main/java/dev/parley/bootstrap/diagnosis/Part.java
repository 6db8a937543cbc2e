package dev.parley.bootstrap.diagnosis;

/**
 * A part of a schema.
 *
 * @param name unique among parts of its kind, such as {@code conversation.title}
 * @param definition as PostgreSQL prints it, without the schema's name
 * @param mend the SQL that brings it back
 */
record Part(String name, String definition, String mend) {

    /** A column, with its definition in the words of {@link Catalog#columns}. */
    static Part column(String table, String name, String definition) {
        String column = "alter table " + table + " alter column " + name;
        String nullability = definition.contains(" not null") ? " set not null" : " drop not null";
        int at = definition.indexOf(" default ");
        String value = at < 0 ? " drop default" : " set default " + definition.substring(at + " default ".length());
        return new Part(table + "." + name, definition, column + nullability + "; " + column + value + ";");
    }

    static Part constraint(String table, String name, String definition) {
        String mend = "alter table %1$s drop constraint if exists %2$s; alter table %1$s add constraint %2$s %3$s;"
                .formatted(table, name, definition);
        return new Part(table + "." + name, definition, mend);
    }

    static Part index(String name, String definition) {
        return new Part(name, definition, "drop index if exists " + name + "; " + definition + ";");
    }
}
