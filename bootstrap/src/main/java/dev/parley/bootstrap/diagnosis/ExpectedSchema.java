package dev.parley.bootstrap.diagnosis;

import java.util.List;

/** What the migrations make, as {@link Catalog} tells it of a database that is as it should be. */
final class ExpectedSchema {

    static final List<Part> COLUMNS = List.of();

    static final List<Part> CONSTRAINTS = List.of();

    static final List<Part> INDEXES = List.of();

    private ExpectedSchema() {}
}
