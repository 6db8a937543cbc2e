package dev.parley.bootstrap.diagnosis;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a schema.
 *
 * @param table the table that it belongs to
 * @param name unique among parts of its kind, such as {@code conversation.title}
 * @param definition as PostgreSQL prints it, without the schema's name
 * @param repair what brings it back where it is another one
 * @param replacement what brings it back where there is none
 */
record Part(String table, String name, String definition, String repair, String replacement) {

    private static final Pattern TABLE_OF_INDEX = Pattern.compile(" ON (\\w+) ");

    /** A column, with its definition in the words of {@link Catalog#columns}. */
    static Part column(String table, String name, String definition) {
        String column = "alter table " + table + " alter column " + name;
        String nullability = definition.contains(" not null") ? " set not null" : " drop not null";
        int at = definition.indexOf(" default ");
        String value = at < 0 ? " drop default" : " set default " + definition.substring(at + " default ".length());
        String repair = "run: " + column + nullability + "; " + column + value + ";";
        String replacement = definition.endsWith(" not null")
                ? "its values are lost: restore the database from a backup"
                : "run: alter table " + table + " add column " + name + " " + definition + ";";
        return new Part(table, table + "." + name, definition, repair, replacement);
    }

    static Part constraint(String table, String name, String definition) {
        String repair =
                "run: alter table %1$s drop constraint if exists %2$s; alter table %1$s add constraint %2$s %3$s;"
                        .formatted(table, name, definition);
        return new Part(table, table + "." + name, definition, repair, repair);
    }

    static Part index(String name, String definition) {
        Matcher table = TABLE_OF_INDEX.matcher(definition);
        if (!table.find()) {
            throw new IllegalArgumentException("an index without a table: " + definition);
        }
        String repair = "run: drop index if exists " + name + "; " + definition + ";";
        return new Part(table.group(1), name, definition, repair, repair);
    }
}
