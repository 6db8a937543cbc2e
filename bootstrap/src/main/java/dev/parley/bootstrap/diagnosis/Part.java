package dev.parley.bootstrap.diagnosis;

import java.util.Locale;

/**
 * A part of a table.
 *
 * @param name unique among parts of its kind: of the table or, for an index, of the schema
 * @param definition as PostgreSQL prints it, without the schema's name; of a column its type, nullability and default
 */
record Part(String table, Kind kind, String name, String definition) {

    /** Reads what {@link #toString} writes. */
    static Part parse(String line) {
        String[] words = line.split(" ", 4);
        return new Part(words[0], Kind.of(words[1]), words[2], words[3]);
    }

    /** The name that is unique among parts of its kind in the schema, such as {@code conversation.title}. */
    String qualifiedName() {
        return kind == Kind.INDEX ? name : table + "." + name;
    }

    /** What makes it of another one, which has the same name. */
    String repair(String actual) {
        return switch (kind) {
            case COLUMN ->
                "run: " + alterTable(ColumnDefinition.parse(definition).changes(name, actual));
            case CONSTRAINT -> "run: " + alterTable("drop constraint " + name + ", " + addition());
            // The index of a key goes with the key alone; doctor finds the foreign keys that went with it.
            case INDEX ->
                "run: " + alterTable("drop constraint if exists " + name + " cascade") + " drop index if exists " + name
                        + " cascade; " + definition + ";";
        };
    }

    /** What brings it back where there is none. */
    String replacement() {
        return switch (kind) {
            case COLUMN ->
                definition.endsWith(" not null")
                        ? "its values are lost: restore the database from a backup"
                        : "run: " + alterTable("add column " + name + " " + definition);
            case CONSTRAINT -> "run: " + alterTable(addition());
            // One that could not be finished is there, and of no use.
            case INDEX -> "run: drop index if exists " + name + "; " + definition + ";";
        };
    }

    @Override
    public String toString() {
        return String.join(" ", table, kind.word(), name, definition);
    }

    private String addition() {
        return "add constraint " + name + " " + definition;
    }

    private String alterTable(String change) {
        return "alter table " + table + " " + change + ";";
    }

    /** Kinds of parts. */
    enum Kind {
        COLUMN,
        CONSTRAINT,
        INDEX;

        static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
