package dev.parley.bootstrap.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a column is, such as {@code integer not null default 0}. */
record ColumnDefinition(
        String type, String nullability, @Nullable String value) {

    private static final Pattern FORM = Pattern.compile("(.+?) (not null|null)(?: default (.+))?", Pattern.DOTALL);

    static ColumnDefinition parse(String definition) {
        Matcher parts = FORM.matcher(definition);
        if (!parts.matches()) {
            throw new IllegalArgumentException("no definition of a column: " + definition);
        }
        return new ColumnDefinition(parts.group(1), parts.group(2), parts.group(3));
    }

    /** What makes this of another definition, as parts of one {@code alter table}. */
    String changes(String column, String actual) {
        ColumnDefinition other = parse(actual);
        boolean isOfAnotherType = !type.equals(other.type);
        boolean hasAnotherDefault = isOfAnotherType || !Objects.equals(value, other.value);
        List<String> changes = new ArrayList<>();
        if (other.value != null && hasAnotherDefault) {
            changes.add("drop default");
        }
        if (isOfAnotherType) {
            changes.add("type " + type + " using " + column + "::" + type);
        }
        if (value != null && hasAnotherDefault) {
            changes.add("set default " + value);
        }
        if (!nullability.equals(other.nullability)) {
            changes.add(nullability.equals("null") ? "drop not null" : "set not null");
        }
        return String.join(
                ", ",
                changes.stream()
                        .map(change -> "alter column " + column + " " + change)
                        .toList());
    }
}
