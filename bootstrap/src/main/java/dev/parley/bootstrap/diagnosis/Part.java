package dev.parley.bootstrap.diagnosis;

import java.util.Locale;

/**
 * A part of a table.
 *
 * @param name unique among parts of its kind: of the table or, for an index, of the schema
 * @param definition as PostgreSQL prints it, without the schema's name; of a column its type, nullability and default
 */
record Part(String table, Kind kind, String name, String definition) {

    private static final String DEFAULT = " default ";

    /** Reads what {@link #toString} writes. */
    static Part parse(String line) {
        String[] words = line.split(" ", 4);
        return new Part(words[0], Kind.of(words[1]), words[2], words[3]);
    }

    /** The name that is unique among parts of its kind in the schema, such as {@code conversation.title}. */
    String qualifiedName() {
        return kind == Kind.INDEX ? name : table + "." + name;
    }

    /** What brings it back where it is another one. */
    String repair() {
        return switch (kind) {
            case COLUMN -> "run: " + alterColumn(nullability()) + " " + alterColumn(defaultValue());
            case CONSTRAINT ->
                "run: alter table %1$s drop constraint if exists %2$s; alter table %1$s add constraint %2$s %3$s;"
                        .formatted(table, name, definition);
            case INDEX -> "run: drop index if exists " + name + "; " + definition + ";";
        };
    }

    /** What brings it back where there is none. */
    String replacement() {
        if (kind != Kind.COLUMN) {
            return repair();
        }
        return definition.endsWith(" not null")
                ? "its values are lost: restore the database from a backup"
                : "run: alter table " + table + " add column " + name + " " + definition + ";";
    }

    @Override
    public String toString() {
        return String.join(" ", table, kind.word(), name, definition);
    }

    private String alterColumn(String change) {
        return "alter table " + table + " alter column " + name + " " + change + ";";
    }

    private String nullability() {
        return definition.contains(" not null") ? "set not null" : "drop not null";
    }

    private String defaultValue() {
        int at = definition.indexOf(DEFAULT);
        return at < 0 ? "drop default" : "set default " + definition.substring(at + DEFAULT.length());
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
